using Agreement;
using Engine.Events;

namespace Engine.Effects.Rules;

/// <summary>What changes of claims, volumes and storage classes do to what is stored.</summary>
internal static class StorageRules
{
    private static readonly string[] s_copyFirst = ["instead: make a second claim, copy the data, move the pods, remove the first"];

    public static Finding Claim(ObjectChange change) =>
        change.Op switch
        {
            StepOp.Create => new Finding($"volume of {Size(change.Object) ?? "(unknown size)"}"),
            StepOp.Delete => Kept(change.World.Before, change.Object)
                ? Retained(change)
                : new Finding($"deletes the claim and its volume of {Size(change.Object) ?? "(unknown size)"}", Impact.DataLoss)
                {
                    Advice = ["keep it: RetainOnDelete on the claim, in an update before this one"],
                },
            StepOp.Replace when !Kept(change.World.Before, change.Old!) => new Finding(
                $"deletes the claim and its volume, and makes an empty one: {change.Reason}",
                Impact.DataLoss
            )
            {
                Advice = s_copyFirst,
            },
            StepOp.Replace => new Finding($"an empty volume in its place: {change.Reason}; the old one is retained", Impact.Outage)
            {
                Advice = s_copyFirst,
            },
            _ => Resized(change),
        };

    public static Finding Volume(ObjectChange change) =>
        change.Op switch
        {
            StepOp.Create => new Finding("volume") { IsMinor = true },
            StepOp.Update => new Finding("its data stay") { IsMinor = true },
            _ when change.Old!.Inputs.TextAt("spec", "persistentVolumeReclaimPolicy") == "Delete" => new Finding(
                "its data may go with it",
                Impact.DataLoss
            ),
            _ => new Finding("the volume's data stay where they are; pods that use it do not start", Impact.Outage),
        };

    public static Finding Class(ObjectChange change) =>
        change.Op switch
        {
            StepOp.Create => new Finding("storage class") { IsMinor = true },
            StepOp.Delete => new Finding("no new volumes of this class; those that exist stay", Impact.Unknown),
            _ => new Finding("new volumes are of the new kind; those that exist stay as they are"),
        };

    private static Finding Retained(ObjectChange change)
    {
        var users = ObjectReferences.Users(change.World.After, change.Object);
        return users.Count == 0
            ? new Finding("the claim goes, its volume is retained")
            : new Finding(
                $"the claim goes, though {ObjectReferences.Names(users, change.Object.Namespace)} still needs it; its volume is retained",
                Impact.Outage
            );
    }

    /// <summary>Whether volumes outlive their claims, as far as the stack says: by the class of the claim.</summary>
    private static bool Kept(ObjectSet objects, ClusterObject claim) =>
        claim.State.RetainOnDelete
        || (
            claim.Inputs.TextAt("spec", "storageClassName") is { } name
            && objects.Find("StorageClass", "", name)?.Inputs.TextAt("reclaimPolicy") == "Retain"
        );

    private static Finding Resized(ObjectChange change)
    {
        var (old, next) = (Size(change.Old!), Size(change.New!));
        return old == next ? new Finding("its data stay") { IsMinor = true }
            : Quantity.Parse(old) is { } before && Quantity.Parse(next) is { } after && after < before
                ? new Finding($"a volume cannot shrink, {old} -> {next}: Kubernetes refuses the update", Impact.Refused)
                {
                    Advice = s_copyFirst,
                }
            : new Finding($"grows {old} -> {next}, in use");
    }

    private static string? Size(ClusterObject claim) => claim.Inputs.TextAt("spec", "resources", "requests", "storage");
}
