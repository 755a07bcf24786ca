namespace Pulumi.Serialization;

/// <summary>An argument as it is declared: its wire name, and where it is written, for messages.</summary>
internal sealed record InputField(
    string Name,
    bool IsRequired = false,
    bool IsJson = false,
    Type? Declaring = null,
    string MemberName = ""
);
