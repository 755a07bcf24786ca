using System.Globalization;
using Agreement;
using Engine.Contract;
using Engine.Values;

namespace Engine.Schemas;

/// <summary>Finds all that a schema does not allow in a value: unknown and missing properties, wrong types, wrong choices.</summary>
internal sealed class SchemaCheck(SchemaCatalog catalog, PackageSchema schema)
{
    private const int NamesShown = 8;

    private readonly List<CheckFailure> _failures = [];

    public static IReadOnlyList<CheckFailure> Inputs(SchemaCatalog catalog, PackageSchema schema, SchemaObject allowed, PropertyMap given)
    {
        var check = new SchemaCheck(catalog, schema);
        check.Object("", given, allowed, schema);
        return check._failures;
    }

    private void Object(string at, PropertyMap given, SchemaObject allowed, PackageSchema package)
    {
        foreach (var (name, value) in given)
        {
            if (name.StartsWith("__", StringComparison.Ordinal))
            {
                continue;
            }

            if (allowed.Properties.TryGetValue(name, out var property))
            {
                Property(PropertyPaths.Join(at, name), value, property, package);
            }
            else
            {
                Fail(PropertyPaths.Join(at, name), UnknownProperty(name, allowed.Properties.Keys));
            }
        }

        foreach (var name in allowed.Required.Order(StringComparer.Ordinal))
        {
            var property = allowed.Properties.GetValueOrDefault(name);
            if (given.Get(name) is null or PropertyNull && property is { Constant: null, HasDefault: false })
            {
                Fail(PropertyPaths.Join(at, name), $"missing; it needs {Describe(property.Type, package)}");
            }
        }
    }

    private void Property(string at, PropertyValue given, SchemaProperty property, PackageSchema package)
    {
        if (property.Constant is { } constant && given.Plain() is PropertyString text && text.Value != constant)
        {
            Fail(at, $"must be '{constant}', was {Show(given)}");
            return;
        }

        Value(at, given, property.Type, package);
    }

    private void Value(string at, PropertyValue given, SchemaType type, PackageSchema package)
    {
        var value = given.Plain();
        if (value is PropertyComputed or PropertyNull)
        {
            return;
        }

        switch (type)
        {
            case SchemaType.Union union:
                Union(at, given, union, package);
                break;
            case SchemaType.Reference reference:
                Referenced(at, given, reference, package);
                break;
            case SchemaType.Array array when value is PropertyArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    Value($"{at}[{i}]", Wrapped(given, items[i]), array.Items, package);
                }

                break;
            case SchemaType.Map map when value is PropertyMap members:
                foreach (var (name, member) in members)
                {
                    Value(PropertyPaths.Join(at, name), Wrapped(given, member), map.Items, package);
                }

                break;
            default:
                if (!Fits(value, type))
                {
                    Fail(at, $"needs {Describe(type, package)}, was {Show(given)}");
                }

                break;
        }
    }

    private void Union(string at, PropertyValue given, SchemaType.Union union, PackageSchema package)
    {
        IReadOnlyList<CheckFailure>? best = null;
        foreach (var option in union.Options)
        {
            var attempt = new SchemaCheck(catalog, schema);
            attempt.Value(at, given, option, package);
            if (attempt._failures.Count == 0)
            {
                return;
            }

            // What went wrong inside says more than that the whole is none of the options.
            if (attempt._failures.All(f => f.Property != at))
            {
                best = attempt._failures;
            }
        }

        if (best is not null)
        {
            _failures.AddRange(best);
            return;
        }

        Fail(at, $"needs {Describe(union, package)}, was {Show(given)}");
    }

    private void Referenced(string at, PropertyValue given, SchemaType.Reference reference, PackageSchema package)
    {
        var (target, owner) = Resolve(reference, package);
        if (target is null || owner is null)
        {
            return;
        }

        switch (given.Plain())
        {
            case var value when target.IsEnumeration:
                Choice(at, given, value, target);
                break;
            case PropertyMap map:
                Object(at, new PropertyMap(map.Select(m => KeyValuePair.Create(m.Key, Wrapped(given, m.Value)))), target, owner);
                break;
            default:
                Fail(at, $"needs {Describe(reference, package)}, was {Show(given)}");
                break;
        }
    }

    private void Choice(string at, PropertyValue given, PropertyValue value, SchemaObject target)
    {
        var known = value switch
        {
            PropertyString s => target.Values.Contains(s.Value),
            PropertyNumber n => target.Values.Contains(n.Value),
            _ => false,
        };
        if (!known)
        {
            var names = target.Values.Select(v => Convert.ToString(v, CultureInfo.InvariantCulture) ?? "").ToArray();
            var meant = value is PropertyString s && !given.IsSecret() ? Spelling.Nearest(s.Value, names) : [];
            Fail(at, $"is {Show(given)}{DidYouMean(meant)}; allowed: {string.Join(", ", names)}");
        }
    }

    private (SchemaObject? Target, PackageSchema? Owner) Resolve(SchemaType.Reference reference, PackageSchema package)
    {
        var owner = reference.Package is { } other ? catalog.Find(other) : package;
        return (owner?.Type(reference.Token), owner);
    }

    private static bool Fits(PropertyValue value, SchemaType type) =>
        (type, value) switch
        {
            (SchemaType.Any, _) => true,
            (SchemaType.Text, PropertyString) => true,
            (SchemaType.Text, PropertyReference) => true,
            (SchemaType.Boolean, PropertyBool) => true,
            (SchemaType.Number { Whole: false }, PropertyNumber) => true,
            (SchemaType.Number { Whole: true }, PropertyNumber n) => double.IsInteger(n.Value),
            (SchemaType.Resource, PropertyReference or PropertyString) => true,
            (SchemaType.Asset, PropertyAsset or PropertyArchive) => true,
            (SchemaType.Archive, PropertyArchive) => true,
            _ => false,
        };

    private string Describe(SchemaType type, PackageSchema package) =>
        type switch
        {
            SchemaType.Text => "a text",
            SchemaType.Boolean => "true or false",
            SchemaType.Number { Whole: true } => "a whole number",
            SchemaType.Number => "a number",
            SchemaType.Array => "a list",
            SchemaType.Map => "a map",
            SchemaType.Resource r => $"a resource ({r.Token})",
            SchemaType.Asset => "an asset",
            SchemaType.Archive => "an archive",
            SchemaType.Union u => string.Join(" or ", u.Options.Select(o => Describe(o, package)).Distinct()),
            SchemaType.Reference r when Resolve(r, package).Target is { IsEnumeration: true } e => "one of " + string.Join(", ", e.Values),
            SchemaType.Reference r => $"an object ({r.Token[(r.Token.LastIndexOf(':') + 1)..]})",
            _ => "a value",
        };

    private static string UnknownProperty(string name, IEnumerable<string> known)
    {
        var names = known.Order(StringComparer.Ordinal).ToArray();
        var meant = Spelling.Nearest(name, names);
        var shown = Spelling.Nearest(name, names, NamesShown).Concat(names).Distinct().Take(NamesShown).Order(StringComparer.Ordinal);
        return names.Length == 0
            ? "no such property; none are allowed here"
            : $"no such property{DidYouMean(meant)}; allowed: {string.Join(", ", shown)}{(names.Length > NamesShown ? ", …" : "")}";
    }

    private static string DidYouMean(IReadOnlyList<string> names) => names.Count == 0 ? "" : $" (did you mean '{names[0]}'?)";

    // A member of a secret is secret: its value is not for messages.
    private static PropertyValue Wrapped(PropertyValue owner, PropertyValue member) => owner.IsSecret() ? member.AsSecret() : member;

    private static string Show(PropertyValue value) =>
        value.Plain() switch
        {
            _ when value.ContainsSecret() => "a secret " + Kind(value.Plain()),
            PropertyMap or PropertyArray => Kind(value.Plain()),
            PropertyString s => $"the text '{s.Value}'",
            var plain => $"{plain}",
        };

    private static string Kind(PropertyValue value) =>
        value switch
        {
            PropertyString => "text",
            PropertyNumber => "number",
            PropertyBool => "boolean",
            PropertyArray => "list",
            PropertyMap => "object",
            PropertyReference => "resource",
            _ => "value",
        };

    private void Fail(string property, string reason) => _failures.Add(new CheckFailure(property, reason));
}
