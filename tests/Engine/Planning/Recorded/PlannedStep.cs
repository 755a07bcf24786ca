namespace Engine.Tests.Planning.Recorded;

/// <param name="Resource">Kind and name, for example <c>ConfigMap/cm</c>.</param>
/// <param name="Keys">What forces a replacement.</param>
internal sealed record PlannedStep(string Op, string Resource, IReadOnlyList<string> Keys)
{
    public override string ToString() => $"{Op} {Resource} [{string.Join(", ", Keys)}]";
}
