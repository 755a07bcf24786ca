using Components.Data;
using Components.Pods;
using Components.Targets;
using Components.Values;
using Pulumi;

namespace Components.Workloads;

/// <summary>A workload's variables: those of its arguments, addresses of what it calls, and keys of a Secret of its own for values that are
/// secrets.</summary>
internal static class WorkloadEnvironment
{
    public static IReadOnlyDictionary<string, EnvValue> Of(ServiceReference workload, WorkloadArgs args, Resource component, Place place)
    {
        var env = new Dictionary<string, EnvValue>(args.Env);
        foreach (var (variable, address) in Calls.Variables(args.Calls))
        {
            if (!env.TryAdd(variable, address))
            {
                ProblemCollection.Report(
                    new Problem(
                        place,
                        $"{workload}: variable {variable} is set twice",
                        "Calls set it to the address of what is called. Remove it from Env, or one of two callees of the same name."
                    )
                );
            }
        }

        var secrets = env.Where(variable => variable.Value.Secret is not null)
            .ToDictionary(variable => variable.Key, variable => variable.Value.Secret!);
        if (secrets.Count == 0)
        {
            return env;
        }

        var own = new AppSecret(
            $"{workload.Name}-env",
            new AppSecretArgs { Namespace = args.Namespace, Data = secrets },
            new ComponentResourceOptions { Parent = component }
        );
        foreach (var variable in secrets.Keys)
        {
            env[variable] = own[variable];
        }

        return env;
    }
}
