using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Providers.Kubernetes.Readiness;

/// <summary>Reads what objects of all kinds have in their status.</summary>
internal static class ObjectStatus
{
    public static PropertyMap? Condition(this PropertyMap live, string type) =>
        live.Map("status").Items("conditions").FirstOrDefault(condition => condition.Text("type") == type);

    public static bool Holds(this PropertyMap live, string type, string status = "True") => live.Condition(type)?.Text("status") == status;

    /// <summary>What a condition says, for example <c>FailedCreate: exceeded quota</c>.</summary>
    public static string Said(this PropertyMap condition) => $"{condition.Text("reason")}: {condition.Text("message")}";

    /// <summary>Whether the controller has seen the object as it is now; what the status says before that is of an older one.</summary>
    public static bool IsObserved(this PropertyMap live) =>
        Count(live.Map("status"), "observedGeneration") >= Count(live.Map("metadata"), "generation");

    /// <summary>A number of the status; an absent one is zero.</summary>
    public static int Count(this PropertyMap map, string key) => (int)(map.Number(key) ?? 0);

    /// <summary>How many replicas are asked for; one when that is not said.</summary>
    public static int Replicas(this PropertyMap live) => (int)(live.Map("spec").Number("replicas") ?? 1);
}
