using Engine.Events;
using Engine.State;
using Engine.Values;

namespace Engine.Effects;

/// <summary>Puts what the resources of a component go through into one line.</summary>
internal static class ComponentEffect
{
    private const int Shown = 3;

    public static Effect Of(Urn urn, IReadOnlyList<EffectPart> parts, ComponentTree components, DeclaredPlaces places)
    {
        var ordered = parts
            .OrderByDescending(part => part.Finding.Impact)
            .ThenBy(part => part.Finding.IsMinor)
            .ThenBy(part => part.Step.Type, StringComparer.Ordinal)
            .ThenBy(part => part.Step.Urn.Name, StringComparer.Ordinal)
            .ToList();
        var op = OpOf(urn, parts, components);
        var worst = ordered[0].Finding;
        var group = GroupOf(parts);
        var subject = Subject(urn, parts, group);
        var headline = Headline(op, [.. ordered.Select(part => (part.Step.Type, part.Finding))]);
        return new Effect
        {
            Group = group,
            Subject = subject,
            Urn = urn,
            Op = op,
            Words = headline.StartsWith(subject + " ", StringComparison.Ordinal) ? headline[(subject.Length + 1)..] : headline,
            Impact = worst.Impact,
            Span = worst.Span,
            Places = ReleasePlaces.Of(urn, parts, components, places),
            Advice = [.. ordered.SelectMany(part => part.Finding.Advice).Distinct()],
            Parts = ordered,
        };
    }

    // That of its first object in a namespace, else of any object.
    private static string GroupOf(IReadOnlyList<EffectPart> parts) =>
        ComponentTree.GroupOf(
            parts
                .OrderBy(part =>
                    ClusterObject.Of(part.Step.New ?? part.Step.Old) switch
                    {
                        { Namespace.Length: > 0 } => 0,
                        not null => 1,
                        null => 2,
                    }
                )
                .First()
                .Step
        );

    private static string Headline(StepOp op, IReadOnlyList<(string Type, Finding Finding)> findings)
    {
        var told = findings
            .Where(f => f.Finding is { IsMinor: false, Words.Length: > 0 } && !IsImplied(op, f.Type, f.Finding))
            .Select(f => f.Finding.Words)
            .Distinct()
            .ToList();
        if (told.Count == 0)
        {
            told = [.. findings.Select(f => f.Finding.Words).Where(words => words.Length > 0).Distinct()];
        }

        var words = string.Join("; ", told.Take(Shown)) + (told.Count > Shown ? $"; and {told.Count - Shown} more" : "");
        return op == StepOp.Create && words.Length > 0 && !words.StartsWith("new ", StringComparison.Ordinal) ? $"new: {words}" : words;
    }

    // What a new workload may connect to is part of it.
    private static bool IsImplied(StepOp op, string type, Finding finding) =>
        op is StepOp.Create or StepOp.Delete && finding.Impact == Impact.None && type.EndsWith(":NetworkPolicy", StringComparison.Ordinal);

    private static StepOp OpOf(Urn urn, IReadOnlyList<EffectPart> parts, ComponentTree components) =>
        components.StepOf(urn) switch
        {
            { Op: StepOp.Create or StepOp.Delete } whole => whole.Op,
            { New.Custom: true } single => single.Op,
            _ when parts.Any(part => part.Step.Op == StepOp.Replace && !part.Finding.IsMinor) => StepOp.Replace,
            _ => StepOp.Update,
        };

    private static string Subject(Urn urn, IReadOnlyList<EffectPart> parts, string group)
    {
        if (parts.Count == 1 && parts[0].Step.Urn == urn)
        {
            var kind = urn.Type.StartsWith(ProviderTypes.Prefix, StringComparison.Ordinal) ? "Provider" : urn.Type.Split(':')[^1];
            return $"{kind} {ClusterObject.Of(parts[0].Step.New ?? parts[0].Step.Old)?.Name ?? urn.Name}";
        }

        return urn.Name.StartsWith(group + "/", StringComparison.Ordinal) ? urn.Name[(group.Length + 1)..] : urn.Name;
    }
}
