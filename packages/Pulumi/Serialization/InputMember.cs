namespace Pulumi.Serialization;

/// <summary>One argument with its value.</summary>
internal readonly record struct InputMember(InputField Field, object? Value)
{
    public string Name => Field.Name;

    public static IEnumerable<InputMember> FromDictionary(IEnumerable<KeyValuePair<string, object?>> dictionary) =>
        dictionary.Select(entry => new InputMember(new(entry.Key), entry.Value));
}
