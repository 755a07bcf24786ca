using Components.Values;
using Pulumi;

namespace Components.Targets;

/// <summary>One of the ports of a service of the program, for callers.</summary>
/// <param name="Owner">The component that declares the service.</param>
/// <param name="Service">The service.</param>
/// <param name="VariableName">The name that the caller's variables begin with, such as <c>orders-grpc</c> for
/// <c>ORDERS_GRPC_URL</c>.</param>
/// <param name="Port">The port's name and numbers.</param>
internal sealed record ServiceEndpoint(Resource Owner, ServiceReference Service, string VariableName, ServicePort Port) : ICallee
{
    public string Url => Service.Url(Port.Number);

    public IReadOnlyList<Port> Ports => [Port.Container];

    public override string ToString() => Service.ToString();
}
