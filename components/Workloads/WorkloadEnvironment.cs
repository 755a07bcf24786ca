using Components.Data;
using Components.Values;
using Pulumi;

namespace Components.Workloads;

/// <summary>Completes a workload's variables: addresses of what it calls, and a Secret of its own for values that are secrets.</summary>
internal static class WorkloadEnvironment
{
    public static void Complete(string name, WorkloadArgs args, Resource workload, Place place)
    {
        foreach (var (variable, address) in Calls.Variables(args.Calls))
        {
            if (!args.Env.TryAdd(variable, address))
            {
                ProblemCollection.Report(
                    new Problem(
                        place,
                        $"{args.Namespace.Label}/{name}: variable {variable} is set twice",
                        "Calls set it to the address of what is called. Remove it from Env, or one of two callees of the same name."
                    )
                );
            }
        }

        var secrets = args
            .Env.Where(variable => variable.Value.Secret is not null)
            .ToDictionary(variable => variable.Key, variable => variable.Value.Secret!);
        if (secrets.Count == 0)
        {
            return;
        }

        var own = new AppSecret(
            $"{name}-env",
            new AppSecretArgs { Namespace = args.Namespace, Data = secrets },
            new ComponentResourceOptions { Parent = workload }
        );
        foreach (var variable in secrets.Keys)
        {
            args.Env[variable] = own[variable];
        }
    }
}
