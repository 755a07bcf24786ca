using System.CommandLine;
using Engine.Backend;
using Engine.Display;
using Engine.Masking;

namespace Engine.Commands;

/// <summary>Options of every command, with Pulumi's names.</summary>
internal static class CommonOptions
{
    public static Option<string> Stack { get; } =
        new("--stack", "-s")
        {
            Description = "The stack to work on.",
            DefaultValueFactory = _ => StateFolder.DefaultStack,
            Recursive = true,
            HelpName = "name",
        };

    public static Option<string> Cwd { get; } =
        new("--cwd", "-C")
        {
            Description = "Run as if started in this directory.",
            DefaultValueFactory = _ => Environment.CurrentDirectory,
            Recursive = true,
            HelpName = "directory",
        };

    public static Option<bool> NonInteractive { get; } = new("--non-interactive") { Description = "Never ask.", Recursive = true };

    public static Option<string> Color { get; } =
        new("--color")
        {
            Description = "auto, always or never.",
            DefaultValueFactory = _ => "auto",
            Recursive = true,
            HelpName = "when",
        };

    /// <summary>What this process has met of secrets: it runs one command.</summary>
    public static KnownSecrets Secrets { get; } = new();

    /// <summary>For commands that need an answer or <c>--yes</c>.</summary>
    public static Option<bool> Yes() => new("--yes", "-y") { Description = "Do it without asking." };

    public static bool IsInteractive(ParseResult arguments) =>
        !arguments.GetValue(NonInteractive) && !Console.IsInputRedirected && !Console.IsOutputRedirected;

    private static bool HasColor(ParseResult arguments) =>
        arguments.GetValue(Color) switch
        {
            "never" => false,
            "always" => true,
            _ => Environment.GetEnvironmentVariable("NO_COLOR") is null or "",
        };

    public static Screen Output(ParseResult arguments) => Screen.ForOutput(HasColor(arguments), Secrets);

    public static Screen Errors(ParseResult arguments) => Screen.ForErrors(HasColor(arguments), Secrets);

    /// <summary>For what the user asked to see in clear, and for a state, in which secrets are encrypted.</summary>
    public static Screen Revealing(ParseResult arguments) => Screen.ForOutput(HasColor(arguments), new KnownSecrets());
}
