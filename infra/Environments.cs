namespace Infra;

/// <summary>An environment: a target, and on it every business domain. What differs between environments is in their settings.</summary>
public static class Environments
{
    /// <summary>Declares all resources of a stack, and gives its outputs.</summary>
    /// <param name="settings">The stack's settings.</param>
    /// <param name="preview">Whether this is a preview: it goes on where secrets are not set yet.</param>
    /// <exception cref="ProblemsException">With all mistakes. Resources are held back until there are none
    /// (<see cref="RegistrationGate"/>).</exception>
    public static IDictionary<string, object?> Declare(StackSettings settings, bool preview)
    {
        var outputs = new Dictionary<string, object?>();
        ProblemCollection.Gather(() =>
        {
            var platform = Platform.Declare(settings, TimeProvider.System);
            var target = platform.Target;
            Web.Declare(settings, target);
            Workshop.Declare(settings, target);
            Dashboard.Declare(settings, target);
            Reports.Declare(settings, target);
            PictureSocial.Declare(settings, target);
            Logging.Declare(settings, target);

            if (settings.Registry.MakeRepositories() is not null)
            {
                outputs["repositories"] = settings.Registry.Addresses.ToDictionary();
            }

            target.Services.RefuseUnresolved();
            settings.Releases.RefuseUnused();
            settings.Secrets.RefuseUnusedAndMissing(preview);
            foreach (var (name, value) in platform.Outputs)
            {
                outputs[name] = value;
            }

            outputs["urls"] = target.Services.Urls.ToDictionary();
            outputs["services"] = target.Services.Services.ToDictionary(
                service => service.ToString(),
                service => $"{service.Name}.{service.Namespace}.svc");
            outputs["connections"] = target.Services.Connections.ToLookup(connection => connection.Caller, connection => connection.Callee)
                .ToDictionary(
                    calls => calls.Key.ToString(),
                    calls => calls
                        .SelectMany(callee => callee.Ports.Select(port => $"{callee}:{port}"))
                        .Distinct()
                        .Order(StringComparer.Ordinal)
                        .ToList());
        });
        return outputs;
    }
}
