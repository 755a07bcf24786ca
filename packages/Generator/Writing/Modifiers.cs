namespace Pulumi.Generator.Writing;

/// <summary>Members that every object has already are hidden on purpose.</summary>
public static class Modifiers
{
    public static string Of(string memberName) =>
        memberName is "Equals" or "GetHashCode" or "GetType" or "ToString" or "ReferenceEquals" or "MemberwiseClone" or "Empty"
            ? "new "
            : "";
}
