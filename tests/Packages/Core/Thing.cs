using System.Collections.Immutable;
using Pulumi;

namespace Packages.Tests.Core;

internal sealed class ThingArgs : ResourceArgs
{
    [Input("size", required: true)]
    public Input<int> Size { get; set; } = null!;

    [Input("colour")]
    public Input<string>? Colour { get; set; }

    [Input("tags")]
    private InputMap<string>? _tags;

    public InputMap<string> Tags
    {
        get => _tags ??= [];
        set => _tags = value;
    }

    [Input("parts")]
    private InputList<PartArgs>? _parts;

    public InputList<PartArgs> Parts
    {
        get => _parts ??= [];
        set => _parts = value;
    }

    [Input("friend")]
    public Input<Thing>? Friend { get; set; }

    [Input("anything")]
    public Input<object>? Anything { get; set; }
}

internal sealed class PartArgs : ResourceArgs
{
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;
}

[TestResourceType("test:index:Thing")]
internal sealed class Thing : CustomResource
{
    public Thing(string name, ThingArgs? args = null, CustomResourceOptions? options = null)
        : base("test:index:Thing", name, args ?? new(), options) { }

    [Output("size")]
    public Output<int> Size { get; private set; } = null!;

    [Output("tags")]
    public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;
}

internal sealed class TestResourceTypeAttribute(string type) : ResourceTypeAttribute(type, "1.2.0");

internal sealed class Group : ComponentResource
{
    public Group(string name, ComponentResourceOptions? options = null, Func<Group, IEnumerable<Thing>>? children = null)
        : base("test:index:Group", name, options)
    {
        Things = children?.Invoke(this).ToArray() ?? [];
        RegisterOutputs();
    }

    public IReadOnlyList<Thing> Things { get; }
}

internal sealed class GadgetProvider(string name) : ProviderResource("test", name, ResourceArgs.Empty, options: null);
