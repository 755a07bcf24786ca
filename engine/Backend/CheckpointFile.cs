using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Engine.Errors;
using Engine.State;
using Engine.Values;
using ZstdSharp;

namespace Engine.Backend;

/// <summary>A stack's checkpoint: <c>{version, checkpoint: {stack, latest}}</c>.</summary>
/// <param name="Hash">SHA-256 of the file's bytes: a journal names the checkpoint that it continues by it. Empty when there is no
/// file.</param>
/// <param name="Deployment">Null for a stack that was never updated.</param>
internal sealed record CheckpointFile(string Hash, JsonElement? Deployment)
{
    public static CheckpointFile None { get; } = new("", null);

    public string? WrittenBy =>
        Deployment is { } deployment
        && deployment.TryGetProperty("manifest", out var manifest)
        && manifest.TryGetProperty("version", out var version)
            ? version.GetString()
            : null;

    /// <exception cref="UserErrorException">The file is damaged, or of a newer form.</exception>
    public static CheckpointFile Load(StackPaths paths)
    {
        var path =
            File.Exists(paths.Checkpoint) ? paths.Checkpoint
            : File.Exists(paths.CompressedCheckpoint) ? paths.CompressedCheckpoint
            : File.Exists(paths.ZstandardCheckpoint) ? paths.ZstandardCheckpoint
            : null;
        if (path is null)
        {
            return None;
        }

        var bytes = File.ReadAllBytes(path);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        try
        {
            using var document = JsonDocument.Parse(Plain(paths, path, bytes), JsonValues.DocumentOptions);
            var root = document.RootElement;
            if (root.GetProperty("version").GetInt32() is not 3 and var version)
            {
                throw Damaged($"its form has version {version}; this engine reads version 3");
            }

            var latest =
                root.GetProperty("checkpoint").TryGetProperty("latest", out var deployment) && deployment.ValueKind == JsonValueKind.Object;
            return new CheckpointFile(hash, latest ? deployment.Clone() : null);
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException or InvalidDataException or ZstdException)
        {
            throw Damaged("it is not a checkpoint: " + e.Message);
        }

        UserErrorException Damaged(string reason) =>
            new(
                $"the state file {path} cannot be read: {reason}",
                $"The state before it is in {paths.Backup}, older ones in {paths.History}. Put one in its place, or 'stack import' an "
                    + $"export."
            );
    }

    public Snapshot Read(ICrypter? crypter)
    {
        if (Deployment is not { } deployment)
        {
            return Snapshot.Empty;
        }

        try
        {
            return DeploymentJson.Read(deployment, crypter);
        }
        catch (Exception e) when (e is FormatException or KeyNotFoundException or InvalidOperationException)
        {
            throw new UserErrorException(
                $"the stack's state cannot be understood: {e.Message}",
                "Look at it with 'stack export'; put it right with 'stack import'."
            );
        }
    }

    /// <summary>The file's bytes for a snapshot.</summary>
    public static byte[] Serialize(StackPaths paths, Snapshot snapshot, ICrypter crypter)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var json = new Utf8JsonWriter(buffer, JsonValues.WriterOptions with { Indented = true, IndentSize = 4 }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 3);
            json.WriteStartObject("checkpoint");
            json.WriteString("stack", $"organization/{paths.Project}/{paths.Stack}");
            json.WritePropertyName("latest");
            DeploymentJson.Write(json, snapshot, crypter);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the next checkpoint and keeps the last one beside it.</summary>
    /// <returns>The hash of the file.</returns>
    public static string Save(StackPaths paths, byte[] content)
    {
        if (!File.Exists(paths.Meta))
        {
            AtomicFile.Write(paths.Meta, "version: 1\n"u8);
        }

        if (File.Exists(paths.Checkpoint))
        {
            File.Copy(paths.Checkpoint, paths.Backup, overwrite: true);
        }

        AtomicFile.Write(paths.Checkpoint, content);

        // What the Pulumi CLI noted about the file it wrote is no longer true; a compressed variant is older now.
        File.Delete(paths.Checkpoint + ".attrs");
        File.Delete(paths.Backup + ".attrs");
        File.Delete(paths.CompressedCheckpoint);
        File.Delete(paths.ZstandardCheckpoint);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    private static byte[] Plain(StackPaths paths, string path, byte[] bytes) =>
        path == paths.CompressedCheckpoint ? ReadAll(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress))
        : path == paths.ZstandardCheckpoint ? Unzstd(bytes)
        : bytes;

    // Apart, so that the library is not loaded for other files.
    private static byte[] Unzstd(byte[] bytes) => ReadAll(new DecompressionStream(new MemoryStream(bytes)));

    private static byte[] ReadAll(Stream compressed)
    {
        using var stream = compressed;
        var plain = new MemoryStream();
        stream.CopyTo(plain);
        return plain.ToArray();
    }
}
