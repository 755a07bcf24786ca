using System.Runtime.CompilerServices;
using Agreement;
using Components.Settings;
using Components.Values;
using Pulumi;
using Pulumi.Utilities;

namespace Components.Data;

/// <summary>The secrets of a stack: a flat space of keys of their own, <c>secrets:name</c>, each encrypted in the stack's file.</summary>
/// <remarks>One that is not set yet is unknown in a preview, and stops an update.</remarks>
public sealed class StackSecrets
{
    private const string Space = "secrets";
    private readonly SettingsDocument _document;
    private readonly SortedDictionary<string, Place> _asked = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);

    /// <summary>The secrets among a stack's settings.</summary>
    public StackSecrets(SettingsDocument document) => _document = document;

    /// <summary>A secret of the stack.</summary>
    /// <param name="name">The name, without <c>secrets:</c>.</param>
    /// <param name="file">Set by the compiler.</param>
    /// <param name="line">Set by the compiler.</param>
    public SecretValue this[string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            _asked.TryAdd(name, Place.Source(file, line));
            if (_document.FindSecret($"{Space}:{name}") is { } value)
            {
                return value;
            }

            _missing.Add(name);
            return Deployment.Instance.IsDryRun ? OutputUtilities.CreateUnknown("") : Output.CreateSecret($"{Space}:{name} is not set");
        }
    }

    /// <summary>A secret of the stack where it is set, else a random value that is made when first needed and kept in the stack's
    /// state.</summary>
    /// <param name="name">The name, without <c>secrets:</c>.</param>
    /// <param name="length">How many characters a generated value has.</param>
    /// <param name="symbols">Whether characters other than letters and digits may be in a generated value.</param>
    /// <param name="file">Set by the compiler.</param>
    /// <param name="line">Set by the compiler.</param>
    public SecretValue OrGenerated(
        string name,
        int length = 32,
        bool symbols = false,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentNullException.ThrowIfNull(name);
        _asked.TryAdd(name, Place.Source(file, line));
        return _document.FindSecret($"{Space}:{name}") is { } value ? value : SecretValue.Generated(length, symbols);
    }

    /// <summary>
    /// Reports secrets that nothing asked for, and, all at once, those that are not set: in a preview as a warning, else as a mistake.
    /// To be called when all workloads are declared.
    /// </summary>
    /// <param name="preview">Whether this is a preview.</param>
    public void RefuseUnusedAndMissing(bool preview)
    {
        foreach (var key in _document.File.Keys.Where(key => key.StartsWith(Space + ":", StringComparison.Ordinal)))
        {
            var name = key[(Space.Length + 1)..];
            if (_document.File.IsInClear(key))
            {
                ProblemCollection.Report(
                    new Problem(
                        _document.File.At(_document.File.Value(key)),
                        $"the secret '{name}' is written in clear",
                        $"Whoever reads the file reads it: change the secret where it is used, then config set --secret {key} -s "
                            + $"{_document.File.Stack}, which encrypts the new value."
                    )
                );
            }

            if (!_asked.ContainsKey(name))
            {
                var place = _document.File.At(_document.File.Key(key));
                ProblemCollection.Report(
                    new Problem(
                        place,
                        $"no workload uses the secret '{name}'",
                        $"Remove it, or use it.{Spelling.Question(name, _asked.Keys)}"
                    )
                );
            }
        }

        if (_missing.Count == 0)
        {
            return;
        }

        var commands = string.Join(
            "\n",
            _missing.Select(name => $"  config set --secret {Space}:{name} -s {_document.File.Stack}   ({_asked[name]})")
        );
        var summary = _missing.Count == 1 ? "a secret is not set" : $"{_missing.Count} secrets are not set";
        if (preview)
        {
            Log.Warn(
                $"{_document.File.Path}: {summary}: unknown in this preview; an update needs, by pulumi or by dotnet run --project "
                    + $"engine --\n{commands}"
            );
        }
        else
        {
            ProblemCollection.Report(
                new Problem(
                    new Place(_document.File.Path),
                    summary,
                    $"Set each, by pulumi or by dotnet run --project engine --; the value is read from standard input or a "
                        + $"prompt:\n{commands}"
                )
            );
        }
    }
}
