using System.Runtime.CompilerServices;
using Components.Values;

namespace Components.Targets;

/// <summary>A service of the program called by its name: for services that call each other. Checked when all are declared.</summary>
public sealed record NamedService : ICallee
{
    private NamedService(ServiceReference service, Port servicePort, Port containerPort, Place place) =>
        (Service, ServicePort, Ports, Place) = (service, servicePort, [containerPort], place);

    /// <inheritdoc/>
    public ServiceReference Service { get; }

    /// <summary>The Service's port.</summary>
    public Port ServicePort { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Port> Ports { get; }

    /// <summary>Where it is named.</summary>
    public Place Place { get; }

    /// <inheritdoc/>
    public string VariableName => Service.Name;

    /// <inheritdoc/>
    public string Url => Service.Url(ServicePort);

    /// <summary>A service by its name.</summary>
    /// <param name="name">The name, <c>namespace/name</c>.</param>
    /// <param name="containerPort">The port that its container listens on.</param>
    /// <param name="servicePort">The Service's port.</param>
    /// <param name="file">Set by the compiler.</param>
    /// <param name="line">Set by the compiler.</param>
    /// <exception cref="FormatException">The name is not of this form.</exception>
    public static NamedService Of(
        string name,
        Port containerPort,
        int servicePort = 80,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentNullException.ThrowIfNull(name);
        var parts = name.Split('/');
        var service = parts is [{ Length: > 0 } space, { Length: > 0 } own]
            ? new ServiceReference(space, own)
            : ProblemCollection.Refuse(
                $"'{name}' names no service. Write namespace/name, such as shop/auth.",
                new ServiceReference("refused", "refused")
            );
        return new(service, servicePort, containerPort, Place.Source(file, line));
    }

    /// <inheritdoc/>
    public override string ToString() => Service.ToString();
}
