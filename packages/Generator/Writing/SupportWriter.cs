using Pulumi.Generator.Types;

namespace Pulumi.Generator.Writing;

/// <summary>Writes what the package's classes share, invisible outside of it: the version, defaults from the environment, config
/// values.</summary>
public static class SupportWriter
{
    public static string Write(Bindings bindings) =>
        SourceFile.Header
        + $$"""
            namespace {{bindings.Names.Root}}
            {
                [AttributeUsage(AttributeTargets.Class, Inherited = false)]
                internal sealed class {{bindings.Names.ResourceTypeAttribute}}Attribute : global::Pulumi.ResourceTypeAttribute
                {
                    public {{bindings.Names.ResourceTypeAttribute}}Attribute(string type)
                        : base(type, Utilities.Version)
                    {
                    }
                }

                internal static class Utilities
                {
                    public const string Version = "{{bindings.Schema.Version}}";

                    public static string? GetEnv(params string[] names)
                    {
                        foreach (var name in names)
                        {
                            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
                            {
                                return value;
                            }
                        }

                        return null;
                    }

                    public static bool? GetEnvBoolean(params string[] names) => GetEnv(names) switch
                    {
                        "1" or "t" or "T" or "true" or "TRUE" or "True" => true,
                        "0" or "f" or "F" or "false" or "FALSE" or "False" => false,
                        _ => null,
                    };

                    public static int? GetEnvInt32(params string[] names) =>
                        int.TryParse(GetEnv(names), System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;

                    public static double? GetEnvDouble(params string[] names) =>
                        double.TryParse(GetEnv(names), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;

                    public static global::Pulumi.InvokeOptions WithDefaults(global::Pulumi.InvokeOptions? options) => new global::Pulumi.InvokeOptions
                    {
                        Parent = options?.Parent,
                        Provider = options?.Provider,
                        PluginDownloadURL = options?.PluginDownloadURL,
                        Version = options?.Version ?? Version,
                    };

                    public static global::Pulumi.InvokeOutputOptions WithDefaults(global::Pulumi.InvokeOutputOptions? options) => new global::Pulumi.InvokeOutputOptions
                    {
                        Parent = options?.Parent,
                        Provider = options?.Provider,
                        PluginDownloadURL = options?.PluginDownloadURL,
                        Version = options?.Version ?? Version,
                        DependsOn = options?.DependsOn ?? new global::Pulumi.InputList<global::Pulumi.Resource>(),
                    };

                    public static global::Pulumi.InvokeArgs Arguments(params (string Name, object? Value)[] values)
                    {
                        var arguments = ImmutableDictionary.CreateBuilder<string, object?>();
                        foreach (var (name, value) in values)
                        {
                            if (value is not null)
                            {
                                arguments.Add(name, value);
                            }
                        }

                        return new global::Pulumi.DictionaryInvokeArgs(arguments.ToImmutable());
                    }
                }

                /// <summary>A configuration value: what code set, else what the stack's configuration says.</summary>
                internal sealed class ConfigValue<T>
                {
                    private readonly Func<T> _read;
                    private T _value = default!;
                    private bool _isSet;

                    public ConfigValue(Func<T> read) => _read = read;

                    public T Value
                    {
                        get => _isSet ? _value : _read();
                        set
                        {
                            _value = value;
                            _isSet = true;
                        }
                    }
                }
            }

            """;
}
