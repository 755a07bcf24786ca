using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Engine.Execution;

/// <summary>What the last build by this engine was made from, and what it made. Kept in the project's <c>obj</c>.</summary>
internal sealed record BuildRecord(string Fingerprint, FileStamp Output)
{
    public static string PathFor(string projectFile) =>
        Path.Combine(Path.GetDirectoryName(projectFile)!, "obj", $"engine-build.{PackagesSwitch.Value}.json");

    /// <summary>Null when there is none.</summary>
    public static BuildRecord? Load(string projectFile)
    {
        try
        {
            return JsonSerializer.Deserialize<BuildRecord>(File.ReadAllBytes(PathFor(projectFile)));
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Save(string projectFile) => File.WriteAllBytes(PathFor(projectFile), JsonSerializer.SerializeToUtf8Bytes(this));

    public static string FingerprintOf(IEnumerable<FileStamp> inputs)
    {
        var text = new StringBuilder(PackagesSwitch.Value).Append('\n').Append(Environment.Version).Append('\n');
        foreach (var input in inputs.OrderBy(i => i.Path, StringComparer.Ordinal))
        {
            text.Append(input.Path).Append('|').Append(input.Size).Append('|').Append(input.Ticks).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
