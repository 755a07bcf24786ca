using Components.Targets;
using Components.Values;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Components.Data;

/// <summary>
/// A key and a certificate that it signs itself, as a Secret with the files <c>cert.pem</c>, <c>key.pem</c> and <c>ca.pem</c>: for TLS
/// between
/// a load balancer and pods, whose certificates load balancers do not check. They are made once and kept in the stack's state.
/// </summary>
public sealed class GeneratedCertificate : ComponentResource
{
    /// <summary>Declares a certificate.</summary>
    /// <param name="name">The name, unique in the namespace.</param>
    /// <param name="args">What it is for.</param>
    /// <param name="options">Options of the component.</param>
    public GeneratedCertificate(string name, GeneratedCertificateArgs args, ComponentResourceOptions? options = null)
        : base(
            "components:secrets:GeneratedCertificate",
            AppNamespace.Qualify(args.Namespace, name),
            ComponentOptions.In(args.Namespace.Target, options)
        )
    {
        Name = DnsLabel.Parse(name, "certificate", longest: 52).Value;
        var pair = CertificatePair.Generate(args.Hosts, args.Validity);

        // Every run makes another pair; that of the first is kept, since changes of the data are ignored. A renewal is another resource.
        Secret = new Secret(
            $"{GetResourceName()}-{args.Renewal}",
            new SecretArgs
            {
                Metadata = new ObjectMetaArgs { Name = $"{Name}-{args.Renewal}", Namespace = args.Namespace.Name },
                Type = "Opaque",
                StringData =
                {
                    ["cert.pem"] = Output.CreateSecret(pair.Certificate),
                    ["key.pem"] = Output.CreateSecret(pair.Key),
                    ["ca.pem"] = Output.CreateSecret(pair.Certificate),
                },
                Immutable = true,
            },
            new CustomResourceOptions { Parent = this, IgnoreChanges = { "data", "stringData" } }
        );
        ObjectName = Secret.Metadata.Apply(metadata => metadata.Name);
        RegisterOutputs();
    }

    /// <summary>The name before the number of the renewal.</summary>
    public string Name { get; }

    /// <summary>The object's name.</summary>
    public Output<string> ObjectName { get; }

    /// <summary>The Secret.</summary>
    public Secret Secret { get; }
}
