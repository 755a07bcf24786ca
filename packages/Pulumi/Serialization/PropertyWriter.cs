using System.Collections;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Type = System.Type;

namespace Pulumi.Serialization;

/// <summary>Turns argument values into their wire form, awaiting outputs on the way, and notes what they depend on.</summary>
internal sealed class PropertyWriter(bool keepResources, bool keepOutputValues = false, bool unwrapSecrets = false)
{
    /// <summary>The resources that the values written so far came from.</summary>
    public HashSet<Resource> Dependencies { get; } = [];

    public bool HasUnknowns { get; private set; }

    public bool HasSecrets { get; private set; }

    /// <summary>The wire form; none for null.</summary>
    public ValueTask<Value?> WriteAsync(object? value) =>
        value switch
        {
            null => new((Value?)null),
            string text => new(Value.ForString(text)),
            bool flag => new(Value.ForBool(flag)),
            int number => new(Value.ForNumber(number)),
            double number => new(Value.ForNumber(number)),
            IInput input => WriteAsync(input.Value),
            IOutput output => WriteOutputAsync(output),
            InputArgs args => WriteArgsAsync(args),
            IUnion union => WriteAsync(union.Value),
            Resource resource => WriteResourceAsync(resource),
            AssetOrArchive asset => WriteAssetAsync(asset),
            JsonElement element => new(WriteJson(element)),
            IDictionary dictionary => WriteDictionaryAsync(dictionary, keepNulls: false),
            IList list => WriteListAsync(list),
            IEnumerable sequence => WriteListAsync(sequence.Cast<object?>().ToList()),
            Task => throw new UnsupportedValueException("A task is no value. Turn it into an output: Output.Create(task)."),
            _ => WriteOtherAsync(value),
        };

    private async ValueTask<Value?> WriteOutputAsync(IOutput output)
    {
        var data = await output.GetDataAsync().ConfigureAwait(false);
        Dependencies.UnionWith(data.Resources);
        // What is inside has dependencies of its own: they are those of this value too.
        var inner = data.IsKnown ? await WriteAsync(data.Value).ConfigureAwait(false) : null;
        HasUnknowns |= !data.IsKnown;
        HasSecrets |= data.IsSecret;
        if (keepOutputValues && (!data.IsKnown || data.IsSecret || data.Resources.Count > 0))
            return await OutputValueAsync(inner, data.IsKnown, data.IsSecret, data.Resources).ConfigureAwait(false);
        if (!data.IsKnown)
            return Wire.Unknown();
        return data.IsSecret && !unwrapSecrets ? Wire.Secret(inner) : inner;
    }

    private static async Task<Value> OutputValueAsync(Value? value, bool isKnown, bool isSecret, IEnumerable<Resource> resources)
    {
        var dependencies = await DependencyExpansion.UrnsAsync(resources, except: null).ConfigureAwait(false);
        return Wire.OutputValue(value, isKnown, isSecret, dependencies.Order(StringComparer.Ordinal));
    }

    private async ValueTask<Value?> WriteArgsAsync(InputArgs args)
    {
        var fields = new Struct();
        foreach (var member in args.Members())
        {
            if (member.Value is null)
                continue;
            try
            {
                if (await WriteMemberAsync(member).ConfigureAwait(false) is { } written)
                    fields.Fields[member.Name] = written;
            }
            catch (UnsupportedValueException exception) when (exception.Passing(member.Name)) { }
        }
        return Value.ForStruct(fields);
    }

    /// <summary>Writes one argument; one marked as JSON becomes text, unknown or secret as a whole if something inside is.</summary>
    public async ValueTask<Value?> WriteMemberAsync(InputMember member)
    {
        if (!member.Field.IsJson || member.Value is null)
            return await WriteAsync(member.Value).ConfigureAwait(false);
        var writer = new PropertyWriter(keepResources: false, unwrapSecrets: true);
        var value = await writer.WriteAsync(member.Value).ConfigureAwait(false);
        Dependencies.UnionWith(writer.Dependencies);
        HasUnknowns |= writer.HasUnknowns;
        HasSecrets |= writer.HasSecrets;
        if (writer.HasUnknowns)
            return Wire.Unknown();
        if (value is null)
            return null;
        var text = Value.ForString(JsonFormatter.Default.Format(value));
        return writer.HasSecrets && !unwrapSecrets ? Wire.Secret(text) : text;
    }

    private async ValueTask<Value?> WriteResourceAsync(Resource resource)
    {
        Dependencies.Add(resource);
        var urn = await resource.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        if (resource is not CustomResource custom)
            return keepResources ? Wire.ResourceReference(urn, id: null) : Value.ForString(urn);
        var data = await custom.Id.DataTask.ConfigureAwait(false);
        if (keepResources)
            return Wire.ResourceReference(urn, data.IsKnown ? data.Value : "");
        HasUnknowns |= !data.IsKnown;
        return data.IsKnown ? Value.ForString(data.Value) : Wire.Unknown();
    }

    private async ValueTask<Value?> WriteAssetAsync(AssetOrArchive asset)
    {
        var value = await WriteAsync(asset.Value).ConfigureAwait(false);
        return asset is Asset ? Wire.Asset(asset.Kind, value!) : Wire.Archive(asset.Kind, value!);
    }

    private static Value? WriteJson(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => null,
            JsonValueKind.True or JsonValueKind.False => Value.ForBool(element.GetBoolean()),
            JsonValueKind.Number => Value.ForNumber(element.GetDouble()),
            JsonValueKind.String => Value.ForString(element.GetString()),
            JsonValueKind.Array => Wire.List(element.EnumerateArray().Select(WriteJson)),
            // A null inside JSON is part of the document, and kept.
            _ => Wire.Struct(
                element.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, WriteJson(member.Value) ?? Value.ForNull()))
            ),
        };

    private async ValueTask<Value?> WriteDictionaryAsync(IDictionary dictionary, bool keepNulls)
    {
        var fields = new Struct();
        foreach (DictionaryEntry entry in dictionary)
        {
            if (entry.Key is not string key)
                throw new UnsupportedValueException(
                    $"The keys of a dictionary must be strings; this one has a {entry.Key.GetType().Name}."
                );
            try
            {
                var written = await WriteAsync(entry.Value).ConfigureAwait(false) ?? (keepNulls ? Value.ForNull() : null);
                if (written is not null)
                    fields.Fields[key] = written;
            }
            catch (UnsupportedValueException exception) when (exception.Passing(key)) { }
        }
        return Value.ForStruct(fields);
    }

    private async ValueTask<Value?> WriteListAsync(IList list)
    {
        if (ImmutableArrays.IsDefault(list))
            return null;
        var values = new ListValue();
        for (var i = 0; i < list.Count; i++)
        {
            try
            {
                values.Values.Add(await WriteAsync(list[i]).ConfigureAwait(false) ?? Value.ForNull());
            }
            catch (UnsupportedValueException exception) when (exception.Passing(i)) { }
        }
        return new() { ListValue = values };
    }

    private ValueTask<Value?> WriteOtherAsync(object value)
    {
        var type = value.GetType();
        if (type.IsEnum)
            return new(Value.ForNumber(Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture)));
        if (EnumTypePlan.For(type) is { } enumType)
            return WriteAsync(enumType.Unwrap(value));
        if (OutputTypePlan.For(type) is { } outputType)
            return WriteDictionaryAsync(outputType.Read(value), keepNulls: true);
        throw new UnsupportedValueException(Unsupported(type));
    }

    private static string Unsupported(Type type) =>
        $"A {type.FullName} has no form on the wire. Allowed are string, bool, int, double, enumerations, lists, dictionaries with "
        + $"string keys, JsonElement, "
        + "argument classes, assets, archives, resources, and inputs and outputs of these. Convert it first"
        + (type.IsPrimitive || type == typeof(decimal) ? ", for example to double or string." : ".");
}
