using System.Text;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Infra.Tests.Stacks;

/// <summary>
/// The options of all resources: each resource stands below its parent, and below it the options that are not the default, and which
/// inputs are secret. A provider and protection that come from the parent are not said again.
/// </summary>
/// <param name="options">The options by resource.</param>
/// <param name="registered">What the mocks were told, by type and name of the resource.</param>
/// <param name="secrets">Inputs that are secret, by type and name of the resource.</param>
internal sealed class OptionsOutline(
    IReadOnlyDictionary<Resource, ResourceOptions> options,
    IReadOnlyDictionary<string, MockResourceArgs> registered,
    IReadOnlyDictionary<string, IReadOnlyList<string>> secrets
)
{
    private readonly ILookup<Resource?, Resource> _children = options
        .OrderBy(entry => DependencyGraph.Named(entry.Key), StringComparer.Ordinal)
        .ToLookup(entry => entry.Value.Parent is Stack ? null : entry.Value.Parent, entry => entry.Key);

    private readonly StringBuilder _text = new();

    public async Task<string> WriteAsync()
    {
        foreach (var resource in _children[null].Where(resource => resource is not Stack))
        {
            await AddAsync(resource, "", Inherited.Nothing);
        }

        return _text.ToString();
    }

    private async Task AddAsync(Resource resource, string indent, Inherited inherited)
    {
        _text.Append(indent).Append(DependencyGraph.Named(resource)).Append('\n');
        var own = options[resource];
        foreach (var (name, value) in await LinesAsync(resource, own, inherited))
        {
            _text.Append(indent).Append("  - ").Append(name).Append(": ").Append(value).Append('\n');
        }

        var forChildren = new Inherited(own.Protect ?? false, Provided(own, inherited.Providers));
        foreach (var child in _children[resource])
        {
            await AddAsync(child, indent + "  ", forChildren);
        }
    }

    private async Task<IReadOnlyList<(string Name, string Value)>> LinesAsync(Resource resource, ResourceOptions own, Inherited inherited)
    {
        var lines = new List<(string Name, string Value)>();
        Add("protect", (own.Protect ?? false) != inherited.Protect ? Flag(own.Protect ?? false) : "");
        Add("retainOnDelete", Flag(own.RetainOnDelete));
        Add("dependsOn", await NamesAsync(own.DependsOn));
        Add("deletedWith", own.DeletedWith is null ? "" : DependencyGraph.Named(own.DeletedWith));
        Add("replaceWith", await NamesAsync(own.ReplaceWith));
        Add("replacementTrigger", own.ReplacementTrigger is null ? "" : "set");
        Add("ignoreChanges", List(own.IgnoreChanges));
        Add("replaceOnChanges", List(own.ReplaceOnChanges));
        Add("hideDiffs", List(own.HideDiffs));
        Add("aliases", await AliasesAsync(own.Aliases));
        Add(
            "customTimeouts",
            own.CustomTimeouts is { } times ? $"create {times.Create}, update {times.Update}, delete {times.Delete}" : ""
        );
        Add("id", await TextAsync(own.Id));
        if (own is CustomResourceOptions custom)
        {
            Add("provider", Provider(resource, inherited));
            Add("deleteBeforeReplace", Flag(custom.DeleteBeforeReplace));
            Add("additionalSecretOutputs", List(custom.AdditionalSecretOutputs));
            Add("import", custom.ImportId ?? "");
        }
        else if (own is ComponentResourceOptions component)
        {
            Add("providers", List(component.Providers.Select(DependencyGraph.Named)));
        }

        Add("secret inputs", List(secrets[DependencyGraph.Named(resource)]));
        return lines;

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                lines.Add((name, value));
            }
        }
    }

    // Said where it is not the nearest one above for the package.
    private string Provider(Resource resource, Inherited inherited)
    {
        var package = resource.GetResourceType().Split(':')[0];
        var expected = inherited.Providers.GetValueOrDefault(package, "");
        var parts = (registered[DependencyGraph.Named(resource)].Provider ?? "").Split("::");

        // urn:pulumi:stack::project::types::name::id
        var actual = parts.Length < 4 ? "" : $"{parts[2].Split('$')[^1]} {parts[3]}";
        return actual == expected ? ""
            : actual.Length == 0 ? "(default)"
            : actual;
    }

    private static Dictionary<string, string> Provided(ResourceOptions own, IReadOnlyDictionary<string, string> above)
    {
        var result = new Dictionary<string, string>(above);
        IEnumerable<ProviderResource?> given = own is ComponentResourceOptions component
            ? [.. component.Providers, own.Provider]
            : [own.Provider];
        foreach (var provider in given.OfType<ProviderResource>())
        {
            result[provider.GetResourceType().Split(':')[^1]] = DependencyGraph.Named(provider);
        }

        return result;
    }

    private static string Flag(bool? flag) =>
        flag switch
        {
            true => "true",
            false => "false",
            null => "",
        };

    private static string List(IEnumerable<string> items) => string.Join(", ", items);

    private static async Task<string> NamesAsync(InputList<Resource> resources) =>
        List((await OutputUtilities.GetValueAsync(resources.ToOutput())).Select(DependencyGraph.Named).Order(StringComparer.Ordinal));

    private static async Task<string> AliasesAsync(IEnumerable<Input<Alias>> aliases)
    {
        var names = new List<string>();
        foreach (var given in aliases)
        {
            var alias = await OutputUtilities.GetValueAsync(given.ToOutput());
            string[] parts =
            [
                alias.Urn ?? "",
                await TextAsync(alias.Type),
                await TextAsync(alias.Name),
                await TextAsync(alias.ParentUrn),
                alias.Parent is null ? "" : $"in {DependencyGraph.Named(alias.Parent)}",
                alias.NoParent ? "without a parent" : "",
            ];
            names.Add(string.Join(' ', parts.Where(part => part.Length > 0)));
        }

        return List(names);
    }

    private static async Task<string> TextAsync(Input<string>? text) => await OutputUtilities.GetValueAsync(text.ToOutput()) ?? "";

    private sealed record Inherited(bool Protect, IReadOnlyDictionary<string, string> Providers)
    {
        public static Inherited Nothing { get; } = new(false, new Dictionary<string, string>());
    }
}
