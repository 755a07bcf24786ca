namespace Components.Platform;

/// <summary>The processors of nodes. Images must be built for each that is allowed.</summary>
public enum Architecture
{
    /// <summary>x86-64, as most images are built for.</summary>
    Amd64,

    /// <summary>64-bit ARM (Graviton), some 20 % cheaper.</summary>
    Arm64,
}
