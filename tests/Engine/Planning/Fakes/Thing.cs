using Engine.Values;

namespace Engine.Tests.Planning.Fakes;

/// <summary>A resource of a fake program.</summary>
internal sealed record Thing(string Name)
{
    /// <summary>Null leaves the object's name to the provider.</summary>
    public string? Fixed { get; init; }

    public string Value { get; init; } = "1";

    public string Kind { get; init; } = "x";

    /// <summary>Names of things whose ids go into <c>refs</c>.</summary>
    public IReadOnlyList<string> Refs { get; init; } = [];

    /// <summary>Names of things whose ids go into <c>hardRefs</c>.</summary>
    public IReadOnlyList<string> HardRefs { get; init; } = [];

    public IReadOnlyList<string> DependsOn { get; init; } = [];

    public Func<Engine.Planning.Registration.ResourceGoal, Engine.Planning.Registration.ResourceGoal> Options { get; init; } = goal => goal;

    public string? Parent { get; init; }

    public IEnumerable<string> Needs => Refs.Concat(HardRefs).Concat(DependsOn).Concat(Parent is null ? [] : [Parent]);

    public static Urn UrnOf(string name) => Urn.Create(FakeProgram.Stack, FakeProgram.Project, null, FakeProgram.Type, name);

    public override string ToString() =>
        $"{Name}{(Fixed is null ? "" : "!")} value {Value} kind {Kind} refs [{string.Join(' ', Refs)}] hard "
        + $"[{string.Join(' ', HardRefs)}] after [{string.Join(' ', DependsOn)}]";
}
