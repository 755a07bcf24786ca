namespace Engine.Display;

/// <summary>Breaks a text into lines at its spaces.</summary>
internal static class TextWrap
{
    /// <summary>Lines of at most <paramref name="width"/> characters, but for single words that are longer; one at least.</summary>
    public static IReadOnlyList<string> Of(string text, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        lines.Add(line);
        return lines;
    }
}
