using System.Text.RegularExpressions;

namespace Components.Values;

/// <summary>A port of a Service.</summary>
/// <param name="Name">Its name, unique in the Service.</param>
/// <param name="Number">The port that callers use.</param>
/// <param name="Container">The port that the container listens on.</param>
public sealed partial record ServicePort(string Name, Port Number, Port Container)
{
    /// <summary>A further port of a service, which callers use by the container's number.</summary>
    internal static ServicePort Further(string name, Port port) =>
        new(
            Pattern().IsMatch(name)
                ? name
                : ProblemCollection.Refuse(
                    $"port name '{name}' is not allowed. Lower-case letters, digits and '-', at most 15, a letter among them.",
                    "refused"
                ),
            port,
            port
        );

    [GeneratedRegex("^(?=.{1,15}\\z)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
