using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Components.Data;
using Components.Targets;
using Components.Values;
using Components.Workloads;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace Components.Routes;

/// <summary>
/// An application load balancer with TLS by the Gateway API, for the routes of one namespace. It needs the AWS Load Balancer Controller,
/// 3.5 or
/// later, whose kinds are <c>v1</c> since: EKS Auto Mode knows Ingresses only.
/// </summary>
public sealed class WebGateway : ComponentResource
{
    internal const string Api = "gateway.networking.k8s.io/v1";
    internal const string AwsApi = "gateway.k8s.aws/v1";

    /// <summary>Declares it.</summary>
    /// <param name="name">The name, unique in the namespace.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">Options of the component.</param>
    /// <param name="file">Set by the compiler.</param>
    /// <param name="line">Set by the compiler.</param>
    public WebGateway(
        string name,
        WebGatewayArgs args,
        ComponentResourceOptions? options = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
        : base(
            "components:gateways:WebGateway",
            AppNamespace.Qualify(args.Namespace, name),
            ComponentOptions.In(args.Namespace.Target, options)
        )
    {
        Name = DnsLabel.Parse(name, "gateway").Value;
        Namespace = args.Namespace;
        var place = Place.Source(file, line);
        DeclaredPlace.Tell(this, place);
        if (args.Namespace.Target.LoadBalancing.IngressController == LoadBalancing.AutoMode.IngressController)
        {
            ProblemCollection.Report(
                new Problem(
                    place,
                    $"{GetResourceName()}: EKS Auto Mode has no Gateway API",
                    "Use a WebRoute, which is an Ingress there, or install the AWS Load Balancer Controller and say loadBalancers: "
                        + "controller."
                )
            );
        }

        var children = new CustomResourceOptions { Parent = this };
        var className = $"{args.Namespace.Label}-{Name}";
        var gatewayClass = new CustomResource(
            $"{GetResourceName()}-class",
            new SpecArgs(Api, "GatewayClass")
            {
                Metadata = new ObjectMetaArgs { Name = className },
                Spec = new() { ["controllerName"] = "gateway.k8s.aws/alb" },
            },
            children
        );
        var configuration = new CustomResource(
            $"{GetResourceName()}-load-balancer",
            new SpecArgs(AwsApi, "LoadBalancerConfiguration") { Metadata = Metadata(args), Spec = LoadBalancer(args) },
            children
        );
        Gateway = new CustomResource(
            GetResourceName(),
            new SpecArgs(Api, "Gateway")
            {
                Metadata = Metadata(args),
                Spec = new()
                {
                    ["gatewayClassName"] = className,
                    ["infrastructure"] = SpecValue.Map(
                        (
                            "parametersRef",
                            SpecValue.Map(("group", "gateway.k8s.aws"), ("kind", "LoadBalancerConfiguration"), ("name", Name))
                        )
                    ),
                    ["listeners"] = SpecValue.List(Listener("http", "HTTP", 80), Listener("https", "HTTPS", 443)),
                },
            },
            new CustomResourceOptions { Parent = this, DependsOn = { gatewayClass, configuration } }
        );
        RegisterOutputs();
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Where it is.</summary>
    public AppNamespace Namespace { get; }

    /// <summary>The Gateway.</summary>
    public CustomResource Gateway { get; }

    private static ImmutableDictionary<string, object> Listener(string name, string protocol, int port) =>
        SpecValue.Map(
            ("name", name),
            ("protocol", protocol),
            ("port", port),
            ("allowedRoutes", SpecValue.Map(("namespaces", SpecValue.Map(("from", "Same")))))
        );

    private static InputMap<object> LoadBalancer(WebGatewayArgs args) =>
        new()
        {
            ["scheme"] = args.PublicBecause is null ? "internal" : "internet-facing",
            ["listenerConfigurations"] = args.Certificate.Apply(certificate =>
                (object)
                    SpecValue.List(
                        SpecValue.Map(
                            ("protocolPort", "HTTPS:443"),
                            ("defaultCertificate", certificate),
                            ("sslPolicy", "ELBSecurityPolicy-TLS13-1-2-2021-06")
                        )
                    )
            ),
        };

    private ObjectMetaArgs Metadata(WebGatewayArgs args)
    {
        var metadata = new ObjectMetaArgs { Name = Name, Namespace = args.Namespace.Name };
        if (args.PublicBecause is { } reason)
        {
            metadata.Annotations.Add("opt-out.components/private-load-balancer", reason);
        }

        return metadata;
    }
}
