using System.CommandLine;
using Engine.Errors;
using Engine.Events;

namespace Engine.Commands;

/// <summary>Runs a verb that changes something.</summary>
internal static class UpdateAction
{
    public static async Task<int> RunAsync(ParseResult arguments, UpdateInputs inputs)
    {
        if (inputs is { Kind: not UpdateKind.Up, Yes: false, Interactive: false })
        {
            throw new UserErrorException($"{inputs.Word} needs an answer, and there is no terminal to ask in", "Add --yes.")
            {
                ExitCode = UserErrorException.MissingFlag,
            };
        }

        var errors = CommonOptions.Errors(arguments);
        using var interruption = new Interruption(line => errors.Line(line));
        return await new UpdateRunner(inputs, CommonOptions.Output(arguments), errors).RunAsync(
            StackContext.Open(arguments, readOnly: false),
            interruption
        );
    }
}
