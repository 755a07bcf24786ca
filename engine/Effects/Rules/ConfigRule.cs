using Engine.Events;

namespace Engine.Effects.Rules;

/// <summary>What changes of ConfigMaps and Secrets do to the pods that take them.</summary>
internal static class ConfigRule
{
    public static Finding Of(ObjectChange change) =>
        change.Op switch
        {
            StepOp.Create => new Finding(change.Object.Kind == "Secret" ? "secret" : "settings") { IsMinor = true },
            StepOp.Delete => Deleted(change),
            StepOp.Replace when change.IsDeletedFirst => new Finding(
                "deleted and made again under its name: pods that start meanwhile wait, running ones keep what they have",
                Impact.Restart
            ),
            StepOp.Replace => new Finding("new name first, the old one goes after") { IsMinor = true },
            _ when DataDiffers(change) => new Finding(
                "running pods see it only after they restart (variables) or in a minute (files)",
                Impact.Unknown
            )
            {
                Advice = ["nothing rolls the pods: kubectl rollout restart"],
            },
            _ => new Finding("its data stay") { IsMinor = true },
        };

    private static Finding Deleted(ObjectChange change)
    {
        var users = ObjectReferences.Users(change.World.After, change.Object);
        return users.Count == 0
            ? new Finding("removed; nothing takes it any more") { IsMinor = true }
            : new Finding(
                $"removed, though {ObjectReferences.Names(users, change.Object.Namespace)} still needs it: new pods do not start",
                Impact.Outage
            );
    }

    private static bool DataDiffers(ObjectChange change) =>
        change.Differs("data") || change.Differs("stringData") || change.Differs("binaryData");
}
