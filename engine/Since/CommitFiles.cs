namespace Engine.Since;

/// <summary>
/// The files of commits, each unpacked once in a folder of its own below <c>.pulumi/since</c>, where what is built from them stays as well.
/// The last few are kept.
/// </summary>
internal sealed class CommitFiles(string cache)
{
    private const int Kept = 4;

    /// <returns>The folder.</returns>
    public async Task<string> UnpackAsync(GitRepository repository, Revision revision, CancellationToken cancel)
    {
        var folder = Path.Combine(cache, revision.Commit);
        if (!Directory.Exists(folder))
        {
            // It appears when it is whole: a killed or a second run leaves no half of it.
            var partial = Path.Combine(cache, $"{revision.Commit}.{Environment.ProcessId}");
            Directory.CreateDirectory(partial);
            try
            {
                await repository.UnpackAsync(revision, partial, cancel);
                Directory.Move(partial, folder);
            }
            catch (IOException) when (Directory.Exists(folder))
            {
                // Another run was faster.
            }
            finally
            {
                Remove(partial);
            }
        }

        Directory.SetLastWriteTimeUtc(folder, DateTime.UtcNow);
        foreach (var old in new DirectoryInfo(cache).GetDirectories().OrderByDescending(d => d.LastWriteTimeUtc).Skip(Kept))
        {
            RemoveOld(old.FullName);
        }

        return folder;
    }

    // A build server may still hold its files: then the next run removes it.
    private static void RemoveOld(string folder)
    {
        try
        {
            Remove(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
