using System.Text;
using Engine.Values;

namespace Engine.Rendering;

/// <summary>A manifest without what a reviewer must not see, and with placeholders for what is not known yet.</summary>
internal sealed class Redaction(bool showSecrets)
{
    public const string Text = "redacted";
    public const string UnknownText = "known-after-up";

    private static readonly string Encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(Text));
    private static readonly string EncodedUnknown = Convert.ToBase64String(Encoding.UTF8.GetBytes(UnknownText));

    private readonly List<string> _unknowns = [];

    /// <summary>Paths of what is not known.</summary>
    public IReadOnlyList<string> Unknowns => _unknowns;

    public bool HasRedacted { get; private set; }

    public PropertyMap Of(RenderedObject rendered) =>
        rendered.Manifest.Select(
            (key, value) =>
                rendered.Kind.IsSecret && key is "data" or "stringData"
                    ? Data(key, value)
                    : Value(key, key == "metadata" ? Named(value, rendered.Name) : value)
        );

    // Two objects must not have the placeholder for their name: a kustomization takes a name once.
    private PropertyValue Named(PropertyValue metadata, string name)
    {
        if (metadata.Plain() is not PropertyMap map || map.Get("name")?.Plain() is not PropertyComputed)
        {
            return metadata;
        }

        _unknowns.Add("metadata.name");
        var named = map.With("name", name);
        return metadata.IsSecret() ? named.AsSecret() : named;
    }

    // A Secret's data is base64, and must stay so to be accepted.
    private PropertyMap Data(string key, PropertyValue value)
    {
        var (redacted, unknown) = key == "data" ? (Encoded, EncodedUnknown) : (Text, UnknownText);
        if (value.Plain() is not PropertyMap members)
        {
            _unknowns.Add(key);
            return PropertyMap.Empty;
        }

        return members.Select(
            (name, member) =>
            {
                if (!showSecrets)
                {
                    HasRedacted = true;
                    return redacted;
                }

                if (member.Plain() is not PropertyComputed)
                {
                    return member.Plain();
                }

                _unknowns.Add(PropertyPaths.Join(key, name));
                return unknown;
            }
        );
    }

    private PropertyValue Value(string key, PropertyValue value) =>
        PropertyWalk.Rewrite(new PropertyVisit(value, new PropertyPlace(null, key), value.IsSecret()), Shown);

    private PropertyValue Shown(PropertyVisit visit)
    {
        switch (visit.Value.Plain())
        {
            case PropertyComputed:
                _unknowns.Add($"{visit.Place}");
                return UnknownText;
            case PropertyString when visit.IsSecret && !showSecrets:
                HasRedacted = true;
                return Text;
            case var plain:
                return plain;
        }
    }
}
