using Engine.Contract;
using Engine.Planning.Providers;
using Engine.Planning.Registration;
using Engine.State;
using Engine.Values;

namespace Engine.Planning.Changes;

/// <summary>Decides what has to be done with a resource that exists: nothing, an update, or a replacement.</summary>
internal sealed class ChangeDetection(UpdateRun run)
{
    private const string InitError = "#initerror";
    private readonly PlannedUnknowns _unknowns = new(run.Registered);

    public async Task<Change> OfCustomAsync(ResourceGoal goal, ResourceState old, ResourceState now, IProvider provider)
    {
        if (old.Taint || run.MustReplace(now.Urn))
        {
            return Change.Replace("id");
        }

        if (now.ReplaceWith.Any(IsReplaced))
        {
            return Change.Replace("replaceWith");
        }

        if (now.DeletedWith is { } with && IsReplaced(with))
        {
            return Change.Replace("deletedWith");
        }

        if (!goal.IsProvider && await IsProviderReplacedAsync(old, now, provider))
        {
            return Change.Replace("provider");
        }

        var (oldInputs, oldOutputs, news) = Comparable(old, now);
        var request = new DiffRequest(now.Urn, old.Id ?? "", oldInputs, oldOutputs, news, now.IgnoreChanges) { Preview = run.Preview };
        var diff = await provider.DiffAsync(request, run.Terminated);
        if (diff.Changes == DiffChanges.Unknown)
        {
            diff = Structural(oldInputs, news, diff);
        }

        diff = PromoteToReplace(diff, goal.ReplaceOnChanges, old);
        var change = new Change(
            diff.IsReplace ? ChangeKind.Replace
            : diff.Changes == DiffChanges.Some ? ChangeKind.Update
            : ChangeKind.Same
        )
        {
            ReplaceKeys =
                diff.Replaces.Count > 0
                    ? diff.Replaces
                    : [.. (diff.DetailedDiff ?? NoDetails).Where(d => d.Value.Kind.IsReplace()).Select(d => d.Key)],
            DiffKeys = diff.Diffs,
            DetailedDiff = diff.DetailedDiff,
            DeleteBeforeReplace = diff.DeleteBeforeReplace,
        };
        return change.Kind == ChangeKind.Replace ? change
            : IsTriggered(old.ReplacementTrigger, now.ReplacementTrigger)
                ? change with
                {
                    Kind = ChangeKind.Replace,
                    ReplaceKeys = ["replacementTrigger"],
                }
            : change.Kind == ChangeKind.Same && old.InitErrors.Count > 0 ? change with { Kind = ChangeKind.Update }
            : change;
    }

    /// <summary>A component has no provider to ask: its inputs decide.</summary>
    public Change OfComponent(ResourceState old, ResourceState now)
    {
        var (olds, _, news) = Comparable(old, now);
        return olds.Equals(news) ? Change.Same : new Change(ChangeKind.Update) { DiffKeys = TopLevel(olds, news) };
    }

    private static readonly IReadOnlyDictionary<string, PropertyDiff> NoDetails = new Dictionary<string, PropertyDiff>();

    private (PropertyMap OldInputs, PropertyMap OldOutputs, PropertyMap News) Comparable(ResourceState old, ResourceState now) =>
        run.Options.BasisIsPlanned ? _unknowns.Settle(old, now) : (old.Inputs, old.Outputs, now.Inputs);

    private bool IsReplaced(Urn urn) => run.Registered.Get(urn) is { Replaced: true };

    private static bool IsTriggered(PropertyValue? old, PropertyValue? now) =>
        now is not (null or PropertyNull) && old is not null && !now.Equals(old);

    private async Task<bool> IsProviderReplacedAsync(ResourceState old, ResourceState now, IProvider provider)
    {
        if (old.Provider is null || now.Provider is null)
        {
            return old.Provider is not null || now.Provider is not null;
        }

        var registered = run.Registered.Get(now.Provider.Urn);
        if (old.Provider == now.Provider || (registered?.OldUrn == old.Provider.Urn && old.Provider.Id == now.Provider.Id))
        {
            return false;
        }

        var oldConfig = run.Olds.FindProvider(old.Provider);
        var newConfig = registered?.State ?? run.Olds.FindProvider(now.Provider);
        if (oldConfig is null || newConfig is null)
        {
            return false;
        }

        var diff = await provider.DiffConfigAsync(
            new DiffRequest(
                now.Provider.Urn,
                old.Provider.Id ?? "",
                ProviderResource.Arguments(oldConfig.Inputs),
                oldConfig.Outputs,
                ProviderResource.Arguments(newConfig.Inputs),
                []
            )
            {
                Preview = run.Preview,
            },
            run.Terminated
        );
        return diff.IsReplace;
    }

    private static DiffResult Structural(PropertyMap olds, PropertyMap news, DiffResult diff)
    {
        var keys = TopLevel(olds, news);
        return diff with { Changes = keys.Count > 0 ? DiffChanges.Some : DiffChanges.None, Diffs = keys, DetailedDiff = null };
    }

    private static IReadOnlyList<string> TopLevel(PropertyMap olds, PropertyMap news) =>
        [.. StructuralDiff.Of(olds, news).Select(d => d.Path.Segments[0].Key ?? "").Distinct()];

    private static DiffResult PromoteToReplace(DiffResult diff, IReadOnlyList<string> replaceOnChanges, ResourceState old)
    {
        if (replaceOnChanges.Contains(InitError) && old.InitErrors.Count > 0)
        {
            return diff with { Changes = DiffChanges.Some, Replaces = [.. diff.Replaces, InitError] };
        }

        if (diff.Changes != DiffChanges.Some || replaceOnChanges.Count == 0)
        {
            return diff;
        }

        var patterns = replaceOnChanges.Where(p => p != InitError).Select(PropertyPath.Parse).ToList();
        bool Matches(string path) =>
            PropertyPath.Parse(path) is var place && patterns.Any(pattern => pattern.Contains(place) || place.Contains(pattern));
        var promoted = (diff.DetailedDiff?.Keys ?? diff.Diffs).Where(Matches).ToList();
        return promoted.Count == 0
            ? diff
            : diff with
            {
                Replaces = [.. diff.Replaces.Union(promoted)],
                DetailedDiff = diff.DetailedDiff?.ToDictionary(
                    d => d.Key,
                    d => promoted.Contains(d.Key) ? d.Value with { Kind = d.Value.Kind.AsReplace() } : d.Value
                ),
            };
    }
}
