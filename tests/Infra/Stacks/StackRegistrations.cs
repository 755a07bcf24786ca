using System.Collections.Concurrent;
using Components.Policies;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Stacks;

/// <summary>
/// What the engine is told about the resources of a stack besides Kubernetes objects: the inputs of all others, a file each, and the
/// options of every resource, as an outline.
/// </summary>
internal sealed class StackRegistrations
{
    private StackRegistrations(IReadOnlyDictionary<string, string> files) => Files = files;

    /// <summary>By the path of their golden.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    public static async Task<StackRegistrations> OfAsync(string stack, string settings)
    {
        var mocks = new PlaceholderMocks();
        var options = new ConcurrentDictionary<Resource, ResourceOptions>();
        var secrets = new ConcurrentDictionary<string, IReadOnlyList<string>>();
        var guardrails = new Guardrails([SecretsInto(secrets)], TimeProvider.System, ExpiredWaivers.Warn);
        await ObservedStack.RunAsync(stack, settings, mocks, registration =>
        {
            // One with a URN refers to what is registered already.
            if (registration.Options.Urn is not null)
            {
                return null;
            }

            options[registration.Resource] = registration.Options;
            return guardrails.Observe(registration);
        });
        await guardrails.EvaluateAsync();

        var registered = mocks.Resources.ToDictionary(resource => $"{resource.Type} {resource.Name}");

        // A reference to a resource cannot be read by rules either, but is none.
        var secretInputs = secrets.ToDictionary(
            entry => entry.Key,
            entry =>
                (IReadOnlyList<string>)
                    [
                        .. entry.Value.Where(input =>
                            registered.GetValueOrDefault(entry.Key)?.Inputs.GetValueOrDefault(input) is not Resource
                        ),
                    ]
        );
        var files = registered
            .Values.Where(resource => !resource.Type!.StartsWith("components:", StringComparison.Ordinal))
            .Where(resource => !resource.Inputs.ContainsKey("kind"))
            .ToDictionary(
                resource => PathOf(resource.Type!, resource.Name!),
                resource => InputsOf(resource, secretInputs[$"{resource.Type} {resource.Name}"])
            );
        files.Add("options.txt", await new OptionsOutline(options, registered, secretInputs).WriteAsync());
        return new(files);
    }

    private static string InputsOf(MockResourceArgs resource, IReadOnlyList<string> secrets)
    {
        // A provider's arguments are credentials, which rules do not read.
        var masked = resource.Type == "pulumi:providers:kubernetes" ? ["kubeconfig"] : secrets;
        var inputs = resource.Inputs.SetItems(
            masked.Where(resource.Inputs.ContainsKey).Select(name => KeyValuePair.Create(name, (object)"(secret)"))
        );
        return GoldenYaml.Write(GoldenYaml.Opened(GoldenYaml.Plain(inputs)));
    }

    /// <summary>A folder for each package: <c>aws/kms-key-platform-prod.yaml</c>.</summary>
    private static string PathOf(string type, string name)
    {
        var parts = type.Split(':');
        var (package, module, kind) = (parts[0], parts[1].Split('/')[0], parts[2].ToLowerInvariant());
        return $"{package}/{(module is "index" ? kind : $"{module}-{kind}")}-{name.Replace('/', '-')}.yaml";
    }

    // On mocks all values are known: what a rule cannot read is a secret.
    private static Policy SecretsInto(ConcurrentDictionary<string, IReadOnlyList<string>> secrets) =>
        Policy.OnEach("SECRETS", "", "", resource =>
        {
            secrets[$"{resource.Type} {resource.Name}"] =
            [
                .. resource.Inputs.Names.Where(name => HoldsSecret(resource.Inputs[name])).Order(StringComparer.Ordinal),
            ];
            return [];
        });

    private static bool HoldsSecret(PropertyNode node) =>
        node.IsOpaque || node.Items.Any(HoldsSecret) || node.Names.Any(name => HoldsSecret(node[name]));
}
