namespace Pulumi.Serialization;

/// <summary>One argument: where it is declared (for messages), its wire name, and its value.</summary>
internal readonly record struct InputMember(string Name, object? Value, bool IsRequired, bool IsJson, Type? Declaring, string MemberName)
{
    public static IEnumerable<InputMember> FromDictionary(IEnumerable<KeyValuePair<string, object?>> dictionary) =>
        dictionary.Select(entry => new InputMember(entry.Key, entry.Value, IsRequired: false, IsJson: false, Declaring: null, entry.Key));
}
