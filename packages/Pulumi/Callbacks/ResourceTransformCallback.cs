using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Pulumi;

/// <summary>Calls a transform of resources when the engine asks.</summary>
internal sealed class ResourceTransformCallback(Deployment deployment, ResourceTransform transform)
{
    public async Task<IMessage> InvokeAsync(ByteString payload, CancellationToken cancellationToken)
    {
        deployment.MakeCurrent();
        var request = TransformRequest.Parser.ParseFrom(payload);
        var original = request.Properties ?? new Struct();
        var given = CallbackValues.Read(original);
        var options = TransformOptions.FromMessage(request.Options ?? new(), request.Custom, request.Parent);
        var args = new ResourceTransformArgs(request.Name, request.Type, request.Custom, given, options);
        if (await transform(args, cancellationToken).ConfigureAwait(false) is not { } result)
            return new TransformResponse();
        return new TransformResponse
        {
            Properties = await CallbackValues.WriteAsync(given, result.Args, original).ConfigureAwait(false),
            Options = await TransformOptions.ToMessageAsync(result.Options, request.Options).ConfigureAwait(false),
        };
    }
}
