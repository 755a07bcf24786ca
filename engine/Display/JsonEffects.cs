using System.Text.Json;
using Agreement;
using Engine.Contract;
using Engine.Effects;
using Engine.Events;
using Engine.Values;

namespace Engine.Display;

/// <summary>The part of a preview's JSON that Pulumi does not have: <c>effects</c> and <c>notes</c>.</summary>
internal static class JsonEffects
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Effect> effects, IReadOnlyList<PlanNote> notes)
    {
        json.WriteStartArray("effects");
        foreach (var effect in effects)
        {
            json.WriteStartObject();
            json.WriteString("group", effect.Group);
            json.WriteString("subject", effect.Subject);
            json.WriteString("urn", effect.Urn.Value);
            json.WriteString("op", effect.Op.Text());
            json.WriteString("words", effect.Words);
            json.WriteString("impact", ImpactWords.Json(effect.Impact));
            if (effect.Span.Length > 0)
            {
                json.WriteString("span", effect.Span);
            }

            Texts(json, "places", effect.Places);
            Texts(json, "advice", effect.Advice);
            json.WriteStartArray("parts");
            foreach (var part in effect.Parts)
            {
                json.WriteStartObject();
                json.WriteString("op", part.Step.Op.Text());
                json.WriteString("urn", part.Step.Urn.Value);
                json.WriteString("words", part.Finding.Words);
                Texts(json, "changes", part.Changes);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var (title, text) in notes)
        {
            json.WriteStartObject();
            json.WriteString("title", title);
            json.WriteString("text", text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
