using Engine.Events;
using Engine.Planning;
using Engine.Values;
using Engine.Workspace;

namespace Engine.Commands;

/// <summary>How an update is planned and run, as far as the command line says it. The rest is the stack's, and comes when that is
/// open.</summary>
internal sealed record PlanOptions
{
    public required UpdateKind Kind { get; init; }

    /// <summary>How many operations may run at once.</summary>
    /// <value>4 per processor.</value>
    public int Parallel { get; init; } = UpdateFlags.DefaultParallel;

    public bool Refresh { get; init; }

    public bool ContinueOnError { get; init; }

    public IReadOnlyList<Urn> Targets { get; init; } = [];

    public IReadOnlyList<Urn> Replace { get; init; } = [];

    public bool ClearPendingCreates { get; init; }

    /// <summary>All that an update of this stack needs.</summary>
    public UpdateOptions For(StackContext stack, IReadOnlyDictionary<string, ConfigValue> config) =>
        new()
        {
            Kind = Kind,
            Project = stack.Project.Name,
            Stack = stack.Name,
            ProgramDirectory = stack.Project.ProgramDirectory,
            Config = config,
            Parallel = Parallel,
            Refresh = Refresh,
            ContinueOnError = ContinueOnError,
            Targets = Targets,
            Replace = Replace,
            ClearPendingCreates = ClearPendingCreates,
        };
}
