using System.Text.Json;
using Engine.Errors;
using Engine.Secrets;
using Engine.State;
using Engine.Values;

namespace Engine.Commands;

/// <summary>A state that was exported, for a preview where the state itself is out of reach. Secrets in it stay unread.</summary>
internal static class ExportedState
{
    /// <exception cref="UserErrorException">The file cannot be read, or is no exported state.</exception>
    public static Snapshot Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), JsonValues.DocumentOptions);
            return DeploymentJson.Read(document.RootElement.GetProperty("deployment"), new UnreadableCrypter());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"--against {path} cannot be read: {e.Message}");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw new UserErrorException(
                $"--against {path} is no exported state: {e.Message}",
                "'pulumi stack export' writes one: {\"version\": 3, \"deployment\": {…}}"
            );
        }
    }
}
