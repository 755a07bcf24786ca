namespace Pulumi;

/// <summary>A collection of files.</summary>
public abstract class Archive : AssetOrArchive
{
    private protected Archive(string kind, object value)
        : base(kind, value) { }
}
