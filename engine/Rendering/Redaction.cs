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
                rendered.Kind.IsSecret && key is "data" or "stringData" ? Data(key, value)
                : key == "metadata" ? Value(key, Named(value, rendered.Name), value.IsSecret())
                : Value(key, value, value.IsSecret())
        );

    // Two objects must not have the placeholder for their name: a kustomization takes a name once.
    private PropertyValue Named(PropertyValue metadata, string name)
    {
        if (metadata.Plain() is not PropertyMap map || map.Get("name")?.Plain() is not PropertyComputed)
        {
            return metadata;
        }

        _unknowns.Add("metadata.name");
        return map.With("name", name);
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

    private PropertyValue Value(string at, PropertyValue value, bool isSecret)
    {
        isSecret |= value.IsSecret();
        switch (value.Plain())
        {
            case PropertyMap map:
                return map.Select((key, member) => Value(PropertyPaths.Join(at, key), member, isSecret));
            case PropertyArray list:
                return new PropertyArray(list.Select((item, i) => Value($"{at}[{i}]", item, isSecret)));
            case PropertyComputed:
                _unknowns.Add(at);
                return UnknownText;
            case PropertyString when isSecret && !showSecrets:
                HasRedacted = true;
                return Text;
            case var plain:
                return plain;
        }
    }
}
