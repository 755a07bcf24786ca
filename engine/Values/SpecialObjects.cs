namespace Engine.Values;

/// <summary>Assets, archives, references, secrets and outputs as the marked objects in which they travel.</summary>
internal static class SpecialObjects
{
    /// <summary>The marked object; members are values still.</summary>
    public static PropertyMap Encode(PropertyValue value) =>
        value switch
        {
            PropertySecret secret => Marked(Sentinels.Secret, ("value", secret.Value)),
            PropertyAsset asset => Marked(
                Sentinels.Asset,
                ("text", Text(asset.Text)),
                ("path", Text(asset.Path)),
                ("uri", Text(asset.Uri)),
                ("hash", Text(asset.Hash))
            ),
            PropertyArchive archive => Marked(
                Sentinels.Archive,
                ("assets", archive.Assets),
                ("path", Text(archive.Path)),
                ("uri", Text(archive.Uri)),
                ("hash", Text(archive.Hash))
            ),
            PropertyReference reference => Marked(
                Sentinels.Resource,
                ("urn", reference.Urn.Value),
                ("id", reference.Id),
                ("packageVersion", Text(reference.PackageVersion.Length > 0 ? reference.PackageVersion : null))
            ),
            PropertyOutput output => Marked(
                Sentinels.Output,
                ("value", output.Value),
                ("secret", output.IsSecret ? PropertyBool.True : null),
                (
                    "dependencies",
                    output.Dependencies.Count > 0 ? new PropertyArray(output.Dependencies.Select(d => (PropertyValue)d.Value)) : null
                )
            ),
            _ => throw new InvalidOperationException($"{value.GetType().Name} is no special object"),
        };

    /// <exception cref="FormatException">The signature is not known, or a member is missing.</exception>
    public static PropertyValue Decode(string signature, PropertyMap members) =>
        signature switch
        {
            Sentinels.Secret => new PropertySecret(members.Get("value") ?? PropertyValue.Null),
            Sentinels.Asset => new PropertyAsset(
                members.GetText("text"),
                members.GetText("path"),
                members.GetText("uri"),
                members.GetText("hash")
            ),
            Sentinels.Archive => new PropertyArchive(
                members.Get("assets") as PropertyMap,
                members.GetText("path"),
                members.GetText("uri"),
                members.GetText("hash")
            ),
            Sentinels.Resource => new PropertyReference(
                Urn.Parse(members.GetText("urn")) ?? throw new FormatException("a resource reference has no urn"),
                members.Get("id") switch
                {
                    PropertyString { Value: "" } => PropertyValue.Computed,
                    var id => id,
                },
                members.GetText("packageVersion") ?? ""
            ),
            Sentinels.Output => new PropertyOutput(
                members.Get("value") is PropertyComputed ? null : members.Get("value"),
                members.Get("secret") is PropertyBool { Value: true },
                members.Get("dependencies") is PropertyArray urns ? [.. urns.OfType<PropertyString>().Select(u => new Urn(u.Value))] : []
            ),
            _ => throw new FormatException($"a property has the unknown signature '{signature}': it comes from a newer SDK or engine"),
        };

    private static PropertyString? Text(string? text) => text is null ? null : new PropertyString(text);

    private static PropertyMap Marked(string signature, params (string Key, PropertyValue? Value)[] members) =>
        new(
            members
                .Where(m => m.Value is not null)
                .Select(m => KeyValuePair.Create(m.Key, m.Value!))
                .Append(KeyValuePair.Create(Sentinels.SignatureKey, (PropertyValue)signature))
        );
}
