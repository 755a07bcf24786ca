using Google.Protobuf;

namespace Pulumi.Protocol;

/// <summary>A method without its types: reads the request from the body, answers with a message.</summary>
internal delegate Task<IMessage> UnaryHandler(Stream body, CancellationToken cancel);
