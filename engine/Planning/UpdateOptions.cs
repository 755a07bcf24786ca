using Engine.Events;
using Engine.Values;
using Engine.Workspace;

namespace Engine.Planning;

internal sealed record UpdateOptions
{
    public required UpdateKind Kind { get; init; }

    /// <summary>A dry run: nothing is changed, nothing is written.</summary>
    public bool Preview { get; init; }

    /// <summary>
    /// The base state is a plan that was never applied (previews only): what is unknown in it is unknown still, and nothing outside of the
    /// program, no cluster and
    /// no folder, is asked.
    /// </summary>
    public bool BasisIsPlanned { get; init; }

    public required string Project { get; init; }

    public required string Stack { get; init; }

    public string Organization { get; init; } = "organization";

    /// <summary>Where the program starts from.</summary>
    public required string ProgramDirectory { get; init; }

    /// <summary>The stack's configuration by full key, decrypted; default providers are configured from it.</summary>
    public IReadOnlyDictionary<string, ConfigValue> Config { get; init; } = new Dictionary<string, ConfigValue>();

    /// <summary>How many operations may run at once.</summary>
    /// <value>4 per processor.</value>
    public int Parallel { get; init; } = 4 * Environment.ProcessorCount;

    /// <summary>Reads every resource first, in an update.</summary>
    public bool Refresh { get; init; }

    public bool ContinueOnError { get; init; }

    /// <summary>When not empty: only these resources are changed.</summary>
    public IReadOnlyList<Urn> Targets { get; init; } = [];

    /// <summary>Resources to replace even though they have not changed.</summary>
    public IReadOnlyList<Urn> Replace { get; init; } = [];

    /// <summary>In a refresh: forgets creations that an earlier run began and did not end, instead of asking the provider for
    /// them.</summary>
    public bool ClearPendingCreates { get; init; }
}
