using Engine.Contract;
using Engine.Events;
using Engine.State;
using Engine.Values;

namespace Engine.Planning.Steps;

/// <summary>
/// Deletes, once the program has ended well, what it did not register, and the old halves of replacements: each as soon as all that needs
/// it is gone.
/// What is protected stays, and so does all that it needs.
/// </summary>
internal sealed class Deletions(UpdateRun run, DeletionSteps steps)
{
    public async Task RunAsync()
    {
        run.Close();
        var doomed = run.Olds.All.Where(IsDoomed).ToList();
        var byUrn = doomed.ToLookup(old => old.State.Urn);
        var waiting = doomed.ToDictionary(old => old, _ => 0);
        var kept = new HashSet<OldResource>();
        var dependencies = doomed.ToDictionary(old => old, old => Needed(old, byUrn));
        foreach (var needed in dependencies.Values.SelectMany(list => list))
        {
            waiting[needed]++;
        }

        foreach (var old in doomed.Where(old => !run.IsTarget(old.State.Urn) && !old.State.Delete))
        {
            Keep(old, dependencies, kept);
        }

        foreach (var old in doomed.Where(old => old.State.Protect && Op(old) == StepOp.Delete && !kept.Contains(old)).ToList())
        {
            run.Events.Log(Severity.Error, DeletionSteps.ProtectedMessage(old.State), old.State.Urn);
            Keep(old, dependencies, kept);
        }

        var going = new HashSet<Urn>(doomed.Where(old => !kept.Contains(old)).Select(old => old.State.Urn));
        var gate = new Lock();
        await Task.WhenAll(doomed.Where(old => waiting[old] == 0).ToList().Select(DeleteAsync));

        async Task DeleteAsync(OldResource old)
        {
            await Task.Yield();
            var gone = !kept.Contains(old) && await TryDeleteAsync(old, old.State.DeletedWith is { } with && going.Contains(with));
            List<OldResource> ready = [];
            lock (gate)
            {
                foreach (var needed in dependencies[old])
                {
                    if (!gone)
                    {
                        kept.Add(needed);
                    }

                    if (--waiting[needed] == 0)
                    {
                        ready.Add(needed);
                    }
                }
            }

            await Task.WhenAll(ready.Select(DeleteAsync));
        }
    }

    private async Task<bool> TryDeleteAsync(OldResource old, bool isDeletedWith)
    {
        try
        {
            await steps.DeleteAsync(old, Op(old), isDeletedWith);
            return true;
        }
        catch (Exception e) when (e is StepFailedException or UpdateStoppedException)
        {
            return false;
        }
    }

    private static bool IsDoomed(OldResource old) => !old.IsGone && (old.State.Delete || old.State.PendingReplacement || !old.IsClaimed);

    private static StepOp Op(OldResource old) =>
        old.State switch
        {
            { External: true, Delete: true } => StepOp.DiscardReplaced,
            { External: true } => StepOp.Discard,
            { PendingReplacement: true } => StepOp.RemovePendingReplace,
            { Delete: true } => StepOp.DeleteReplaced,
            _ => StepOp.Delete,
        };

    /// <summary>The doomed resources that this one refers to. An old half is meant as well as a live resource of that URN: either goes
    /// later.</summary>
    private static List<OldResource> Needed(OldResource old, ILookup<Urn, OldResource> doomed) =>
        [
            .. ResourceReferences
                .Of(old.State)
                .Distinct()
                .SelectMany(urn => doomed[urn])
                .Where(needed => needed != old && needed.Position < old.Position),
        ];

    private static void Keep(OldResource old, Dictionary<OldResource, List<OldResource>> dependencies, HashSet<OldResource> kept)
    {
        var open = new Stack<OldResource>([old]);
        while (open.TryPop(out var next))
        {
            if (kept.Add(next))
            {
                dependencies[next].ForEach(open.Push);
            }
        }
    }
}
