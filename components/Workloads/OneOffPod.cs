using System.Runtime.CompilerServices;
using Components.Connections;
using Components.Naming;
using Components.Namespaces;
using Components.Problems;
using Components.Security;
using Components.Targets;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Components.Workloads;

/// <summary>A pod that runs once and is not restarted, whatever its end. When what it runs changes, another one runs.</summary>
public sealed class OneOffPod : ComponentResource
{
    /// <summary>Declares a pod.</summary>
    /// <param name="name">The name, unique in the namespace.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">Options of the component.</param>
    /// <param name="file">Set by the compiler.</param>
    /// <param name="line">Set by the compiler.</param>
    public OneOffPod(string name, OneOffPodArgs args, ComponentResourceOptions? options = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base("components:workloads:OneOffPod", AppNamespace.Qualify(args.Namespace, name), ComponentOptions.In(args.Namespace.Target, options))
    {
        var place = Place.Source(file, line);
        Name = DnsLabel.Parse(name, "pod", longest: 50).Value;
        var reference = new ServiceReference(args.Namespace.Label, Name);
        WorkloadEnvironment.Complete(Name, args, this, place);
        var plan = PodPlan.Of(Name, args, args.Release?.Version, WorkloadLabels.Stable) with { RestartPolicy = "Never" };
        var template = PodTemplate.Render(plan);
        Pod = new Pod(GetResourceName(), new PodArgs
        {
            Metadata = new ObjectMetaArgs
            {
                Name = Name,
                Namespace = args.Namespace.Name,
                Labels = new Dictionary<string, string>(plan.Labels),
                Annotations = SecurityContexts.Annotations(args.OptOuts),
            },
            Spec = template.Spec!,
        }, new CustomResourceOptions { Parent = this });
        Calls.Declare(reference, args.Namespace, args.Calls, this, place);
        RegisterOutputs();
    }

    /// <summary>The name of the pod and its container.</summary>
    public string Name { get; }

    /// <summary>The pod.</summary>
    public Pod Pod { get; }
}
