using System.CommandLine;
using Agreement;
using Engine.Backend;
using Engine.Errors;
using Engine.Secrets;
using Engine.Workspace;

namespace Engine.Commands;

/// <summary>The stack that a command works on.</summary>
internal sealed record StackContext
{
    public required Project Project { get; init; }

    public required string Name { get; init; }

    public required StackFile File { get; init; }

    public required StackCrypters Secrets { get; init; }

    /// <summary>Null when the state is where this engine cannot read it; a preview goes on without.</summary>
    public StackStore? Store { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What changes the state needs it.</summary>
    public StackStore RequiredStore =>
        Store ?? new StackStore(new StackPaths(StateFolder.Require(Project, Name), Project.Name, Name), Time);

    /// <summary>The same stack, of which secrets may stay unread.</summary>
    public StackContext ReadOnly() => this with { Secrets = new StackCrypters(File, Name, mayStayUnread: true) };

    /// <param name="arguments">Says which stack.</param>
    /// <param name="readOnly">True when secrets may stay unread: nothing will be written.</param>
    /// <exception cref="UserErrorException">There is no such stack.</exception>
    public static StackContext Open(ParseResult arguments, bool readOnly)
    {
        var context = OpenAny(arguments, arguments.GetValue(CommonOptions.Stack)!, readOnly);
        return context.Exists ? context : throw NotFound(context.Project, context.Name);
    }

    /// <summary>Opens a stack that need not exist.</summary>
    public static StackContext OpenAny(ParseResult arguments, string name, bool readOnly)
    {
        var project = Project.Find(arguments.GetValue(CommonOptions.Cwd)!);
        name = Unqualified(name, project);
        var file = StackFile.Load(project, name);
        return new StackContext
        {
            Project = project,
            Name = name,
            File = file,
            Secrets = new StackCrypters(
                file,
                name,
                readOnly,
                CommonOptions.IsInteractive(arguments) ? () => Prompt.Hidden($"Passphrase of stack '{name}': ") : null
            ),
            Store = StateFolder.Of(project, name) is { } folder
                ? new StackStore(new StackPaths(folder, project.Name, name), TimeProvider.System)
                : null,
        };
    }

    /// <summary>The stack that needs no account is simply there; others once they have a file or a state.</summary>
    public bool Exists => Name == StateFolder.DefaultStack || File.Yaml is not null || Store?.Exists == true;

    private static string Unqualified(string name, Project project)
    {
        var parts = name.Split('/');
        var last = parts[^1];
        var isKnown = parts is [_] or ["organization", _] || (parts is ["organization", var named, _] && named == project.Name);
        return isKnown && last.Length is > 0 and <= 100 && last.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? last
            : throw new UserErrorException(
                $"'{name}' is no stack name",
                $"Up to 100 letters, digits, '-', '_' and '.', for example prod; or organization/{project.Name}/prod."
            );
    }

    private static UserErrorException NotFound(Project project, string name)
    {
        var stacks = KnownStacks.Of(project);
        return new UserErrorException(
            $"no stack named '{name}' found",
            $"Stacks of this project: {string.Join(", ", stacks)}.{Spelling.Question(name, stacks)}",
            $"A new one: stack init {name}"
        )
        {
            ExitCode = UserErrorException.StackNotFound,
        };
    }
}
