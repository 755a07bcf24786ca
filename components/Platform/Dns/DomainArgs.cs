namespace Components.Platform;

/// <summary>The domain of a stack.</summary>
public sealed record DomainArgs
{
    /// <summary>The name, such as <c>dev.example.com</c>. Services get names under it.</summary>
    public required string Name { get; init; }

    /// <summary>The id of an existing zone for that name. Without it the zone is made.</summary>
    public string? ZoneId { get; init; }

    /// <summary>Whether a zone made here can be deleted only after this is taken back: another one has other name servers.</summary>
    public bool Protect { get; init; }

    /// <summary>The id of the zone above, in the same account: a zone made here is delegated from it. Without it that is left to
    /// you.</summary>
    public string? ParentZoneId { get; init; }
}
