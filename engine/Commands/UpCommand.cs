using System.CommandLine;
using Engine.Effects;
using Engine.Errors;
using Engine.Events;
using Engine.Planning;

namespace Engine.Commands;

/// <summary><c>up</c></summary>
internal static class UpCommand
{
    public static Command Create()
    {
        var flags = new UpdateFlags();
        var command = new Command("up", "Make the stack what the program says: preview, ask, do it. Without a terminal it does not ask.")
        {
            flags.Yes,
            flags.Json,
            flags.Diff,
            flags.ExpectNoChanges,
            flags.FailOn,
            flags.Refresh,
            flags.Parallel,
            flags.Target,
            flags.Replace,
            flags.SkipPreview,
            flags.ContinueOnError,
            flags.TakeOver,
        };
        command.Aliases.Add("update");
        command.SetAction(arguments => RunAsync(flags, arguments, UpdateKind.Up, "update"));
        return command;
    }

    public static async Task<int> RunAsync(UpdateFlags flags, ParseResult arguments, UpdateKind kind, string word)
    {
        var errors = CommonOptions.Errors(arguments);
        var inputs = Inputs(flags, arguments, kind, word);
        if (kind != UpdateKind.Up && inputs is { Yes: false, Interactive: false })
        {
            throw new UserErrorException($"{word} needs an answer, and there is no terminal to ask in", "Add --yes.")
            {
                ExitCode = UserErrorException.MissingFlag,
            };
        }

        using var interruption = new Interruption(line => errors.Line(line));
        return await new UpdateRunner(inputs, CommonOptions.Output(arguments), errors).RunAsync(
            StackContext.Open(arguments, readOnly: false),
            interruption
        );
    }

    public static UpdateInputs Inputs(UpdateFlags flags, ParseResult arguments, UpdateKind kind, string word)
    {
        var parallel = Value(flags.Parallel) is > 0 and var given ? given : 4 * Environment.ProcessorCount;
        return new UpdateInputs
        {
            Kind = kind,
            Word = word,
            Yes = Value(flags.Yes),
            Json = Value(flags.Json),
            Diff = Value(flags.Diff),
            ExpectNoChanges = Value(flags.ExpectNoChanges),
            FailOn = Value(flags.FailOn) is { } worst ? ImpactWords.Parse(worst) : null,
            Against = Value(flags.Against),
            SkipPreview = Value(flags.SkipPreview),
            Since = Value(flags.Since),
            TakeOver = Value(flags.TakeOver),
            Interactive = CommonOptions.IsInteractive(arguments),
            Options = new UpdateOptions
            {
                Kind = kind,
                Project = "",
                Stack = "",
                ProgramDirectory = "",
                Parallel = parallel,
                Refresh = Value(flags.Refresh),
                ContinueOnError = Value(flags.ContinueOnError),
                Targets = UpdateFlags.Urns(arguments, flags.Target),
                Replace = UpdateFlags.Urns(arguments, flags.Replace),
                ClearPendingCreates = Value(flags.ClearPendingCreates),
            },
        };

        T? Value<T>(Option<T> option) => arguments.GetValue(option);
    }
}
