using System.Text.Json;

namespace Pulumi;

/// <summary>A JSON argument: a document, an element, or text that is parsed.</summary>
public sealed class InputJson : Input<JsonElement>
{
    /// <summary>A missing value.</summary>
    public InputJson()
        : base(default(JsonElement)) { }

    private InputJson(JsonElement element)
        : base(element) { }

    private InputJson(Output<JsonElement> element)
        : base(element) { }

    /// <summary>Parses text.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static implicit operator InputJson(string json) => new(Parse(json));

    /// <summary>Takes the root of a document.</summary>
    public static implicit operator InputJson(JsonDocument document) => new(document.RootElement);

    /// <summary>Takes an element.</summary>
    public static implicit operator InputJson(JsonElement element) => new(element);

    /// <summary>Parses text that is known later.</summary>
    public static implicit operator InputJson(Output<string> json) => new(json.Apply(Parse));

    /// <summary>Takes the root of a document that is known later.</summary>
    public static implicit operator InputJson(Output<JsonDocument> document) => new(document.Apply(known => known.RootElement));

    /// <summary>Takes an element that is known later.</summary>
    public static implicit operator InputJson(Output<JsonElement> element) => new(element);

    private static JsonElement Parse(string json) => JsonElement.Parse(json);
}
