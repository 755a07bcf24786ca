using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Engine.Errors;

namespace Engine.Backend;

/// <summary>
/// Pulumi's lock of a stack: a file in a folder, so that the CLI and this engine keep out of each other's way. Locks of processes of this
/// machine that no longer
/// run are removed.
/// </summary>
internal sealed class StackLock : IDisposable
{
    private readonly string _path;

    private StackLock(string path)
    {
        _path = path;
        AppDomain.CurrentDomain.ProcessExit += Release;
    }

    /// <exception cref="UserErrorException">Somebody else updates the stack.</exception>
    public static StackLock Take(StackPaths paths, TimeProvider time)
    {
        Directory.CreateDirectory(paths.Locks);
        RefuseOthers(paths, null);
        var path = Path.Combine(paths.Locks, $"{Guid.NewGuid()}.json");
        File.WriteAllText(
            path,
            JsonSerializer.Serialize(
                new Dictionary<string, object>
                {
                    ["pid"] = Environment.ProcessId,
                    ["username"] = Environment.UserName,
                    ["hostname"] = Environment.MachineName,
                    ["timestamp"] = time.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                }
            )
        );
        try
        {
            RefuseOthers(paths, path);
            return new StackLock(path);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Removes every lock of the stack, whoever holds it.</summary>
    /// <returns>How many there were.</returns>
    public static int RemoveAll(StackPaths paths)
    {
        var locks = Files(paths);
        locks.ForEach(Remove);
        return locks.Count;
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= Release;
        Remove(_path);
    }

    /// <summary>When Ctrl-C ends the engine, nothing is disposed.</summary>
    private void Release(object? sender, EventArgs e) => Remove(_path);

    private static void RefuseOthers(StackPaths paths, string? own)
    {
        var held = new List<string>();
        foreach (var path in Files(paths).Where(p => p != own))
        {
            if (Describe(path) is { } holder)
            {
                held.Add(holder);
            }
            else
            {
                Remove(path);
            }
        }

        if (held.Count > 0)
        {
            throw new UserErrorException(
                $"the stack is currently locked by {held.Count} lock(s)",
                [.. held, $"Wait until it has ended. If it no longer runs: cancel -s {paths.Stack}"]
            );
        }
    }

    /// <summary>Who holds the lock, or null when it is a process that no longer runs.</summary>
    private static string? Describe(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            var pid = json.RootElement.GetProperty("pid").GetInt32();
            var host = json.RootElement.GetProperty("hostname").GetString()!;
            var since = json.RootElement.GetProperty("timestamp").GetDateTimeOffset();
            return host == Environment.MachineName && !Runs(pid, since)
                ? null
                : $"held by {json.RootElement.GetProperty("username").GetString()}@{host} (process {pid}) since "
                    + $"{since.ToLocalTime():yyyy-MM-dd HH:mm:ss}";
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return $"held by {Path.GetFileName(path)}, which cannot be read";
        }
    }

    /// <summary>A process that started after the lock was taken only has the same number.</summary>
    private static bool Runs(int pid, DateTimeOffset since)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited && process.StartTime.ToUniversalTime() <= since.UtcDateTime.AddSeconds(2);
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            return true;
        }
    }

    private static List<string> Files(StackPaths paths) =>
        Directory.Exists(paths.Locks) ? [.. Directory.EnumerateFiles(paths.Locks, "*.json")] : [];

    private static void Remove(string path)
    {
        File.Delete(path);
        File.Delete(path + ".attrs");
    }
}
