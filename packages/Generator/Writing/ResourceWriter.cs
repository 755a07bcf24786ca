using Pulumi.Generator.Naming;
using Pulumi.Generator.Schema;
using Pulumi.Generator.Types;

namespace Pulumi.Generator.Writing;

/// <summary>Writes resource classes: custom resources, remote components and the provider.</summary>
public sealed class ResourceWriter(Bindings bindings, SourceWriter source)
{
    private readonly OutputClassWriter _outputs = new(bindings, source);
    private readonly MethodWriter _methods = new(bindings, source);

    public void Write(ResourceSpec resource)
    {
        var parts = new ResourceParts(bindings, resource);
        if (resource.DeprecationMessage is { } message)
        {
            source.Line(Literals.Obsolete(message));
        }

        source.Line($"[global::{bindings.Names.Root}.{bindings.Names.ResourceTypeAttribute}(\"{resource.Token}\")]");
        using (source.Open($"public partial class {parts.Class} : {parts.BaseClass}"))
        {
            foreach (var property in resource.Outputs.Properties.Where(p => p.Name is not ("id" or "urn")))
            {
                WriteOutput(resource, property);
            }

            WriteConstructors(resource, parts);
            WriteConstants(resource, parts);
            WriteOptions(resource, parts);
            if (parts.HasGet)
            {
                source.Line(
                    $"public static {parts.Class} Get(string name, global::Pulumi.Input<string> id, "
                        + $"{parts.StateParameter}global::Pulumi.CustomResourceOptions? options = null)"
                );
                source.Line($"    => new {parts.Class}(name, id, {(resource.State is null ? "" : "state, ")}options);");
            }

            foreach (var (name, token) in resource.Methods)
            {
                _methods.Write(parts.Class, name, bindings.Schema.Functions[token]);
            }
        }

        source.Line();
    }

    private void WriteOutput(ResourceSpec resource, PropertySpec property)
    {
        var name = Identifiers.Property(property);
        var type = resource == bindings.Schema.Provider ? "string" : bindings.Types.Element(property.Type, Shape.Output);
        source.Line($"[global::Pulumi.Output(\"{property.Name}\")]");
        source.Line(
            $"public {Modifiers.Of(name)}global::Pulumi.Output<{type}"
                + _outputs.Optional(property.Type, resource.Outputs.Required.Contains(property.Name))
                + $"> {name} {{ get; private set; }} = null!;"
        );
        source.Line();
    }

    private void WriteConstructors(ResourceSpec resource, ResourceParts parts)
    {
        var args = parts.HasConstants ? "MakeArgs(args)" : $"args ?? new {parts.ArgsClass}()";
        var id = parts.HasGet ? ", \"\"" : "";
        source.Line(
            $"public {parts.Class}(string name, {parts.ArgsClass}{(parts.ArgsOptional ? "? args = null" : " args")}, "
                + $"{parts.OptionsClass}? options = null)"
        );
        source.Line(
            $"    : base({parts.BaseName}, name, {args}, MakeResourceOptions(options{id}){(resource.IsComponent ? ", remote: true" : "")})"
        );
        source.Line("{");
        source.Line("}");
        source.Line();
        if (bindings.Schema.CSharp.DictionaryConstructors && !resource.IsComponent)
        {
            source.Line(
                $"internal {parts.Class}(string name, ImmutableDictionary<string, object?> dictionary, {parts.OptionsClass}? options = "
                    + $"null)"
            );
            source.Line(
                $"    : base({parts.BaseName}, name, new global::Pulumi.DictionaryResourceArgs(dictionary), "
                    + $"MakeResourceOptions(options{id}))"
            );
            source.Line("{");
            source.Line("}");
            source.Line();
        }

        if (parts.HasGet)
        {
            source.Line(
                $"private {parts.Class}(string name, global::Pulumi.Input<string> id, "
                    + $"{parts.StateParameter}global::Pulumi.CustomResourceOptions? options = null)"
            );
            source.Line(
                $"    : base({parts.BaseName}, name, {(resource.State is null ? "null" : "state")}, MakeResourceOptions(options, id))"
            );
            source.Line("{");
            source.Line("}");
            source.Line();
        }
    }

    private void WriteConstants(ResourceSpec resource, ResourceParts parts)
    {
        if (!parts.HasConstants)
        {
            return;
        }

        using (source.Open($"private static {parts.ArgsClass} MakeArgs({parts.ArgsClass}? args)"))
        {
            source.Line($"args ??= new {parts.ArgsClass}();");
            foreach (var property in resource.Inputs.Properties.Where(p => p.Const is not null))
            {
                source.Line($"args.{Identifiers.Property(property)} = {Literals.Value(property.Const!.Value)};");
            }

            source.Line("return args;");
        }

        source.Line();
    }

    private void WriteOptions(ResourceSpec resource, ResourceParts parts)
    {
        using (
            source.Open(
                $"private static {parts.OptionsClass} MakeResourceOptions({parts.OptionsClass}? "
                    + $"options{(parts.HasGet ? ", global::Pulumi.Input<string>? id" : "")})"
            )
        )
        {
            using (source.Open($"var defaults = new {parts.OptionsClass}", ";"))
            {
                source.Line($"Version = global::{bindings.Names.Root}.Utilities.Version,");
                if (resource.AliasTypes.Count > 0)
                {
                    source.Line(
                        "Aliases = { "
                            + string.Join(", ", resource.AliasTypes.Select(t => $"new global::Pulumi.Alias {{ Type = \"{t}\" }}"))
                            + " },"
                    );
                }

                var secrets = resource.Outputs.Properties.Where(p => p.Secret).Select(p => $"\"{p.Name}\"").ToList();
                if (secrets.Count > 0 && !resource.IsComponent)
                {
                    source.Line($"AdditionalSecretOutputs = {{ {string.Join(", ", secrets)} }},");
                }
            }

            source.Line($"var merged = {parts.OptionsClass}.Merge(defaults, options);");
            if (parts.HasGet)
            {
                source.Line("merged.Id = id ?? merged.Id;");
            }

            source.Line("return merged;");
        }

        source.Line();
    }
}
