using Pulumi;

namespace Components.Settings;

/// <summary>Where the values of a stack's settings come from: Pulumi's config, or a test.</summary>
public interface ISettingsSource
{
    /// <summary>The value of a key as Pulumi gives it to programs: text, or JSON for maps and lists. Null if there is none.</summary>
    /// <param name="space">What stands before the colon.</param>
    /// <param name="name">What stands after it.</param>
    string? Get(string space, string name);

    /// <summary>The value of a secret key, or null if there is none.</summary>
    Output<string>? GetSecret(string space, string name);
}
