using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumi.Serialization;

namespace Packages.Tests.Core;

internal static class WireValues
{
    public static async Task<Value?> WriteAsync(object? value, bool keepResources = true, bool keepOutputValues = false) =>
        await new PropertyWriter(keepResources, keepOutputValues).WriteAsync(value);

    /// <summary>A value as JSON, keys sorted, to compare with in tests.</summary>
    public static string Text(Value? value) =>
        value is null
            ? "nothing"
            : value.KindCase switch
            {
                Value.KindOneofCase.StructValue => "{"
                    + string.Join(
                        ",",
                        value
                            .StructValue.Fields.OrderBy(field => field.Key, StringComparer.Ordinal)
                            .Select(field => $"{field.Key}:{Text(field.Value)}")
                    )
                    + "}",
                Value.KindOneofCase.ListValue => "[" + string.Join(",", value.ListValue.Values.Select(Text)) + "]",
                Value.KindOneofCase.StringValue => $"'{value.StringValue}'",
                Value.KindOneofCase.NumberValue => value.NumberValue.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Value.KindOneofCase.BoolValue => value.BoolValue ? "true" : "false",
                _ => "null",
            };

    public static OutputData<object?> Read(Value value) => PropertyReader.Read(value);
}
