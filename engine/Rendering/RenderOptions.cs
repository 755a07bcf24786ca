namespace Engine.Rendering;

/// <param name="Folder">Where the files go.</param>
/// <param name="ShowSecrets">Writes the values of Secrets in clear, in files for their owner alone; else they are redacted.</param>
internal sealed record RenderOptions(string Folder, bool ShowSecrets);
