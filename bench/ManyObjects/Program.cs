using Pulumi;
using Pulumi.Kubernetes;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

// As many small objects as the stack's file says, in one namespace: rendered to its folder, or on the cluster of its kubeconfig.
return await Deployment.RunAsync(() =>
{
    var config = new Pulumi.Config();
    var provider = new Provider(
        "target",
        new ProviderArgs
        {
            RenderYamlToDirectory = config.Get("folder") is { } folder ? folder : (Input<string>?)null,
            KubeConfig = config.Get("kubeconfig") is { } kubeconfig ? kubeconfig : (Input<string>?)null,
        }
    );
    var options = new CustomResourceOptions { Provider = provider };
    var space = new Namespace("many", new NamespaceArgs { Metadata = new ObjectMetaArgs { Name = "many" } }, options);
    for (var number = 0; number < config.RequireInt32("count"); number++)
    {
        _ = new ConfigMap(
            $"map-{number}",
            new ConfigMapArgs
            {
                Metadata = new ObjectMetaArgs { Name = $"map-{number}", Namespace = space.Metadata.Apply(metadata => metadata.Name) },
                Data = { ["number"] = $"{number}", ["text"] = "a line of settings\nand another one\n" },
            },
            options
        );
    }
});
