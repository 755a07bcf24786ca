namespace Pulumi;

/// <summary>
/// A former identity of a resource, so that renaming or moving it does not replace it. Set <see cref="Urn"/>, or the parts that differ from
/// today: what is not set is as it is now.
/// </summary>
public sealed class Alias
{
    /// <summary>The former URN as a whole; no other part may be set then.</summary>
    public string? Urn { get; set; }

    /// <summary>The former name.</summary>
    public Input<string>? Name { get; set; }

    /// <summary>The former type token.</summary>
    public Input<string>? Type { get; set; }

    /// <summary>The former stack.</summary>
    public Input<string>? Stack { get; set; }

    /// <summary>The former project.</summary>
    public Input<string>? Project { get; set; }

    /// <summary>The former parent. At most one of <see cref="Parent"/>, <see cref="ParentUrn"/> and <see cref="NoParent"/> may be
    /// set.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The URN of the former parent, when that is no longer part of the program.</summary>
    public Input<string>? ParentUrn { get; set; }

    /// <summary>The resource had no parent but the stack.</summary>
    public bool NoParent { get; set; }
}
