namespace Infra;

/// <summary>Files of `infra/Files`, which are part of the built program: it may run from any folder.</summary>
internal static class EmbeddedFile
{
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedFile).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"infra/Files/{name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
