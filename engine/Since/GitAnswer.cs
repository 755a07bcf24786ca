namespace Engine.Since;

/// <summary>How a git command ended.</summary>
internal sealed record GitAnswer(int ExitCode, string Output, string Error)
{
    public bool Succeeded => ExitCode == 0;
}
