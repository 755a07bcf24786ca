namespace Pulumi;

/// <summary>One file.</summary>
public abstract class Asset : AssetOrArchive
{
    private protected Asset(string kind, string value)
        : base(kind, value) { }
}
