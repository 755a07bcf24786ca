using System.Text.Json;
using Engine.Errors;
using Engine.State;
using Engine.Values;

namespace Engine.Backend;

/// <summary>A journal that an earlier run left.</summary>
/// <param name="Lines">The entries; a last line that the kill cut off is not among them.</param>
/// <param name="SealedAs">Hash of the checkpoint that already holds the entries; null when the run did not get there.</param>
internal sealed record JournalFile(JournalHeader Header, IReadOnlyList<ReadOnlyMemory<byte>> Lines, string? SealedAs)
{
    /// <summary>Null when there is none, or the kill came before its first line was whole.</summary>
    public static JournalFile? Load(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var memory = new MemoryStream();
        stream.CopyTo(memory);
        var lines = Split(memory.ToArray());
        if (lines.Count == 0 || Parse(lines[0], JournalHeader.Read) is not { } header)
        {
            return null;
        }

        var last = lines.Count > 1 ? Parse(lines[^1], j => j.TryGetProperty("sealed", out var hash) ? hash.GetString() : null) : null;
        return new JournalFile(header, last is null ? lines[1..] : lines[1..^1], last);
    }

    /// <summary>The state that the killed run had reached.</summary>
    /// <param name="basis">The checkpoint that the journal continues.</param>
    public Snapshot Replay(Snapshot basis, ICrypter? crypter)
    {
        var builder = new SnapshotBuilder(basis);
        foreach (var line in Lines)
        {
            builder.Apply(Parse(line, json => JournalEntryJson.Read(json, crypter)));
        }

        return builder.Build(basis.Manifest, Header.Secrets ?? basis.SecretsProvider);
    }

    private static T Parse<T>(ReadOnlyMemory<byte> line, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(line, JsonValues.DocumentOptions);
            return read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw new UserErrorException(
                $"the journal of a killed run cannot be read: {e.Message}",
                "Nothing was changed. Keep a copy of .pulumi/, then remove the file in .pulumi/journals/ and refresh."
            );
        }
    }

    /// <summary>Whole lines only: the end of a file that was cut off is dropped.</summary>
    private static List<ReadOnlyMemory<byte>> Split(byte[] bytes)
    {
        var lines = new List<ReadOnlyMemory<byte>>();
        for (int start = 0, end; (end = Array.IndexOf(bytes, (byte)'\n', start)) >= 0; start = end + 1)
        {
            lines.Add(bytes.AsMemory(start, end - start));
        }

        return lines;
    }
}
