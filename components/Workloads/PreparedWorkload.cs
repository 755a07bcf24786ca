using Components.Pods;
using Components.Targets;
using Pulumi;

namespace Components.Workloads;

/// <summary>What a workload has before its own objects. It stands beside the arguments and not in them: those are their caller's, who may
/// use them again.</summary>
/// <param name="Reference">Its name with its namespace.</param>
/// <param name="Env">All variables of its own container, in their order.</param>
/// <param name="ServiceAccount">The service account of its pods, where they have rights in AWS.</param>
internal sealed record PreparedWorkload(
    ServiceReference Reference,
    IReadOnlyDictionary<string, EnvValue> Env,
    Output<string>? ServiceAccount
);
