using Pulumi.Generator.Schema;

namespace Pulumi.Generator.Naming;

/// <summary>Namespaces and class names of a package's tokens.</summary>
public sealed class PackageNames(PackageSchema schema)
{
    /// <summary>For example <c>Pulumi.Aws</c>.</summary>
    public string Root { get; } = "Pulumi." + Segment(schema, schema.Name);

    /// <summary>For example <c>AwsResourceType</c>.</summary>
    public string ResourceTypeAttribute { get; } = Segment(schema, schema.Name) + "ResourceType";

    public PackageSchema Schema => schema;

    /// <summary>The module of a token after the schema's module format; empty for the package's root.</summary>
    public string Module(string token)
    {
        if (token.StartsWith("pulumi:", StringComparison.Ordinal))
        {
            return "";
        }

        var middle = token.Split(':')[1];
        var match = schema.ModuleFormat.Match(middle);
        var module = match.Success ? match.Groups[1].Value : middle;
        return module == "index" ? "" : module;
    }

    public string Namespace(string token)
    {
        var module = Module(token);
        return module.Length == 0 ? Root : Root + "." + Segment(schema, module);
    }

    /// <summary>Namespace of the nested types made for a token: <paramref name="side"/> is Inputs or Outputs.</summary>
    public string NestedNamespace(string token, string side)
    {
        var module = Module(token);
        if (!schema.CSharp.IsKubernetes)
        {
            return Namespace(token) + "." + side;
        }

        var middle = module.Length > 0 || schema.CSharp.Namespaces.ContainsKey("") ? "." + Segment(schema, module) : "";
        return $"{Root}.Types.{side}{middle}";
    }

    /// <summary>Namespace of a resource's Args class.</summary>
    public string ArgsNamespace(ResourceSpec resource) =>
        schema.CSharp.IsKubernetes && resource != schema.Provider ? NestedNamespace(resource.Token, "Inputs") : Namespace(resource.Token);

    public static string Class(string token) =>
        token.StartsWith("pulumi:providers:", StringComparison.Ordinal) && !token.Contains('/')
            ? "Provider"
            : Identifiers.Up(token.Split(':')[2]);

    private static string Segment(PackageSchema schema, string name) =>
        schema.CSharp.Namespaces.TryGetValue(name, out var mapped)
            ? mapped
            : string.Join('.', name.Split('/').Select(part => string.Concat(part.Split('-').Select(Identifiers.Up))));
}
