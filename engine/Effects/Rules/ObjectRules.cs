using Engine.Events;

namespace Engine.Effects.Rules;

/// <summary>What the change of a Kubernetes object does: a rule for each kind that is known.</summary>
internal static class ObjectRules
{
    public static Finding Of(ObjectChange change) =>
        change is { Op: StepOp.Update, Step.Old.InitErrors.Count: > 0 } && Equals(change.Old!.Inputs, change.New!.Inputs)
            ? new Finding("was not ready: waits for it again")
            : ByKind(change);

    private static Finding ByKind(ObjectChange change) =>
        (change.Object.ApiGroup, change.Object.Kind) switch
        {
            ("apps", "Deployment") => DeploymentRule.Of(change),
            ("apps", "StatefulSet") => StatefulSetRule.Of(change),
            ("apps", "DaemonSet") => RunnerRules.DaemonSet(change),
            ("batch", "Job") => RunnerRules.Job(change),
            ("batch", "CronJob") => RunnerRules.CronJob(change),
            ("", "Pod") => RunnerRules.Pod(change),
            ("", "Service") => ServiceRule.Of(change),
            (_, "Ingress" or "HTTPRoute") => RouteRule.Of(change),
            ("", "ConfigMap" or "Secret") => ConfigRule.Of(change),
            ("", "PersistentVolumeClaim") => StorageRules.Claim(change),
            ("", "PersistentVolume") => StorageRules.Volume(change),
            ("storage.k8s.io", "StorageClass") => StorageRules.Class(change),
            ("networking.k8s.io", "NetworkPolicy") => NetworkPolicyRule.Of(change),
            ("", "Namespace") => NamespaceRules.Namespace(change),
            ("", "ResourceQuota") => NamespaceRules.Quota(change),
            ("", "LimitRange") => NamespaceRules.Limits(change),
            ("autoscaling", "HorizontalPodAutoscaler") => SupportRules.Autoscaler(change),
            ("policy", "PodDisruptionBudget") => SupportRules.DisruptionBudget(change),
            ("rbac.authorization.k8s.io", _) => SupportRules.Access(change),
            ("", "ServiceAccount") => SupportRules.ServiceAccount(change),
            ("apiextensions.k8s.io", "CustomResourceDefinition") => SupportRules.Definition(change),
            (_, "NodePool" or "NodeClass" or "EC2NodeClass") => SupportRules.Nodes(change),
            _ => Otherwise(change),
        };

    private static Finding Otherwise(ObjectChange change) =>
        change.Op switch
        {
            StepOp.Create => new Finding($"new {change.Object.Kind}") { IsMinor = true },
            StepOp.Delete => new Finding($"removes {change.Object.Kind} {change.Object.Name}", Impact.Unknown),
            StepOp.Replace => new Finding($"{change.Object.Kind} {change.Object.Name} is made again: {change.Reason}", Impact.Unknown),
            _ => new Finding($"{change.Object.Kind} {change.Object.Name} changes", Impact.Unknown),
        };
}
