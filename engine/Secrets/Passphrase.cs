using Engine.Errors;

namespace Engine.Secrets;

/// <summary>Where a passphrase comes from: <c>PULUMI_CONFIG_PASSPHRASE</c>, or the file that <c>PULUMI_CONFIG_PASSPHRASE_FILE</c>
/// names.</summary>
internal static class Passphrase
{
    public const string Variable = "PULUMI_CONFIG_PASSPHRASE";
    public const string FileVariable = "PULUMI_CONFIG_PASSPHRASE_FILE";

    /// <summary>Null when none is given.</summary>
    public static string? FromEnvironment()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { } text)
        {
            return text;
        }

        if (Environment.GetEnvironmentVariable(FileVariable) is not { Length: > 0 } file)
        {
            return null;
        }

        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(
                $"the passphrase file '{file}' cannot be read: {e.Message}",
                $"{FileVariable} must name a readable file that holds the passphrase."
            );
        }
    }
}
