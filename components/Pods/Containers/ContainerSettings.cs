using Components.Values;

namespace Components.Pods;

/// <summary>What every container has: the workload's own, those before it and those beside it.</summary>
public abstract class ContainerSettings
{
    /// <summary>The image.</summary>
    public required Image Image { get; init; }

    /// <summary>CPU: what is set aside, and up to where it is used.</summary>
    public required CpuRange Cpu { get; init; }

    /// <summary>Memory: what is set aside, and where the container is killed.</summary>
    public required MemoryRange Memory { get; init; }

    /// <summary>What runs instead of the image's entry point.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>The arguments. <c>$(NAME)</c> stands for a variable of <see cref="Env"/>.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Environment variables.</summary>
    public IDictionary<string, EnvValue> Env { get; init; } = new Dictionary<string, EnvValue>();

    /// <summary>Files from ConfigMaps and Secrets.</summary>
    public IReadOnlyList<Files> Files { get; init; } = [];

    /// <summary>Folders that the container may write to; all else is read-only. What is in them ends with the pod.</summary>
    public IReadOnlyList<string> Writable { get; init; } = [];

    /// <summary>Volumes, at folders.</summary>
    public IReadOnlyList<VolumeMount> Volumes { get; init; } = [];

    /// <summary>What runs in the container right after its start.</summary>
    public Hook? PostStart { get; init; }

    /// <summary>What runs in the container before its processes are told to end.</summary>
    public Hook? PreStop { get; init; }
}
