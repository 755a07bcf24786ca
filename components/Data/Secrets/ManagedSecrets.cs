using Components.Identity;
using Components.Targets;
using Components.Values;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace Components.Data;

/// <summary>
/// Secrets kept in AWS Secrets Manager, read by the pods themselves when they start: neither the stack's state nor Kubernetes ever holds a
/// value. It needs the add-on <c>secretsStore</c>.
/// </summary>
/// <remarks>A workload mounts them by <c>Files.From</c>, and may read them by <c>Uses = [secrets.Read()]</c>.</remarks>
public sealed class ManagedSecrets : ComponentResource
{
    private readonly IReadOnlyList<Input<string>> _arns;

    /// <summary>Declares them.</summary>
    /// <param name="name">The name, before the hash.</param>
    /// <param name="args">Which secrets.</param>
    /// <param name="options">Options of the component.</param>
    public ManagedSecrets(string name, ManagedSecretsArgs args, ComponentResourceOptions? options = null)
        : base(
            "components:secrets:ManagedSecrets",
            AppNamespace.Qualify(args.Namespace, name),
            ComponentOptions.In(args.Namespace.Target, options)
        )
    {
        DataKeys.Check(name, args.Files.Keys);
        Name = DnsLabel.Parse(name, "secrets", longest: 52).Value;
        _arns = [.. args.Files.Values];
        var files = DataSet.Join(args.Files);

        // Another list of secrets is another name, so that pods which use them are rolled.
        ObjectName = files.Apply(arns => $"{Name}-{ContentHash.Of(arns)}");
        ProviderClass = new CustomResource(
            GetResourceName(),
            new SpecArgs("secrets-store.csi.x-k8s.io/v1", "SecretProviderClass")
            {
                Metadata = new ObjectMetaArgs { Name = ObjectName, Namespace = args.Namespace.Name },
                Spec = new()
                {
                    ["provider"] = "aws",
                    ["parameters"] = files.Apply(arns => (object)SpecValue.Map(("usePodIdentity", "true"), ("objects", Objects(arns)))),
                },
            },
            new CustomResourceOptions { Parent = this }
        );
        RegisterOutputs();
    }

    /// <summary>The name before the hash.</summary>
    public string Name { get; }

    /// <summary>The object's name, with the hash.</summary>
    public Output<string> ObjectName { get; }

    /// <summary>The SecretProviderClass.</summary>
    public CustomResource ProviderClass { get; }

    /// <summary>The right to read the values.</summary>
    public IReadOnlyList<Grant> Read() => [new(["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"], _arns)];

    private static string Objects(IReadOnlyDictionary<string, string> arns) =>
        string.Concat(
            arns.OrderBy(file => file.Key, StringComparer.Ordinal)
                .Select(file => $"- objectName: \"{file.Value}\"\n  objectType: secretsmanager\n  objectAlias: \"{file.Key}\"\n")
        );
}
