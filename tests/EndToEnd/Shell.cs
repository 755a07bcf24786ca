using System.Diagnostics;
using System.Text;

namespace EndToEnd.Tests;

/// <summary>What a command printed and how it ended.</summary>
internal sealed record Outcome(string Command, int ExitCode, string Output, string Error)
{
    public string All => Output + Error;

    /// <summary>What the API server warned of, as kubectl passes it on.</summary>
    public IReadOnlyList<string> Warnings => [.. Error.Split('\n').Where(line => line.StartsWith("Warning:", StringComparison.Ordinal))];

    public Outcome ShouldSucceed()
    {
        ExitCode.ShouldBe(0, $"{Command}\n{All}");
        return this;
    }

    public Outcome ShouldFail()
    {
        ExitCode.ShouldNotBe(0, $"{Command}\n{All}");
        return this;
    }
}

/// <summary>Runs commands as a user would: no terminal, own environment, output kept.</summary>
internal sealed class Shell(string folder, IReadOnlyDictionary<string, string?>? environment = null)
{
    // What is piped is UTF-8, whatever a console of Windows shows.
    private static readonly UTF8Encoding s_encoding = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    public string Folder { get; } = folder;

    public Outcome Run(string program, params string[] arguments) => Run(program, arguments, input: null);

    public Outcome Run(string program, string[] arguments, string? input)
    {
        using var process = Start(program, arguments);
        if (input is not null)
        {
            process.StandardInput.Write(input);
        }

        process.StandardInput.Close();
        var output = new StringBuilder();
        var error = new StringBuilder();
        process.OutputDataReceived += (_, line) => output.AppendLine(line.Data);
        process.ErrorDataReceived += (_, line) => error.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(
                $"{program} {string.Join(' ', arguments)} did not end in {Limit.TotalMinutes} minutes.\n{output}{error}"
            );
        }

        process.WaitForExit();
        return new($"{program} {string.Join(' ', arguments)}", process.ExitCode, output.ToString(), error.ToString());
    }

    public Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = s_encoding,
            StandardOutputEncoding = s_encoding,
            StandardErrorEncoding = s_encoding,
        };
        start.Environment["NO_COLOR"] = "1";
        start.Environment["PULUMI_SKIP_UPDATE_CHECK"] = "true";
        start.Environment.Remove("PULUMI_CONFIG_PASSPHRASE");
        start.Environment.Remove("KUBECONFIG");
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            if (value is null)
            {
                start.Environment.Remove(name);
            }
            else
            {
                start.Environment[name] = value;
            }
        }

        return Process.Start(start)!;
    }
}
