namespace Engine.Workspace;

/// <summary>A configuration key: a namespace (a project or a package) and a name.</summary>
internal readonly record struct ConfigKey(string Namespace, string Name)
{
    /// <summary>Reads <c>name</c> (of the project), <c>ns:name</c> and the old <c>ns:config:name</c>; null when it is none of
    /// these.</summary>
    public static ConfigKey? TryParse(string text, string project) =>
        text.Split(':') switch
        {
            [{ Length: > 0 } name] => new ConfigKey(project, name),
            [{ Length: > 0 } ns, { Length: > 0 } name] => new ConfigKey(ns, name),
            [{ Length: > 0 } ns, "config", { Length: > 0 } name] => new ConfigKey(ns, name),
            _ => null,
        };

    public override string ToString() => $"{Namespace}:{Name}";
}
