namespace Components.Networking;

/// <summary>A port of a Service.</summary>
/// <param name="Name">Its name, unique in the Service.</param>
/// <param name="Number">The port that callers use.</param>
/// <param name="Container">The port that the container listens on.</param>
public sealed record ServicePort(string Name, Port Number, Port Container);
