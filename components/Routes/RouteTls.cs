using Components.Data;
using Pulumi;

namespace Components.Routes;

/// <summary>How a route ends TLS.</summary>
public sealed class RouteTls
{
    private RouteTls(Input<string>? certificate, AppSecret? secret) => (Certificate, Secret) = (certificate, secret);

    internal Input<string>? Certificate { get; }

    internal AppSecret? Secret { get; }

    /// <summary>By a certificate of AWS Certificate Manager, by its ARN.</summary>
    public static RouteTls Acm(Input<string> certificate) => new(certificate, null);

    /// <summary>By a Secret with <c>tls.crt</c> and <c>tls.key</c>. An AWS load balancer cannot read it: for other controllers.</summary>
    public static RouteTls From(AppSecret secret) => new(null, secret);
}
