namespace Engine.Backend;

/// <summary>How this engine signs the states that it writes: a state with another signature was written by the Pulumi CLI.</summary>
internal static class EngineVersion
{
    public const string Signature = "embedded-v1.0.0";
}
