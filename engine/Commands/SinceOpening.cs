using System.Collections.Concurrent;
using Engine.Backend;
using Engine.Display;
using Engine.Errors;
using Engine.Execution;
using Engine.Providers;
using Engine.Secrets;
using Engine.Server;
using Engine.Since;
using Engine.State;
using Engine.Values;
using Engine.Workspace;

namespace Engine.Commands;

/// <summary>
/// Opens a preview whose base is no state but a commit: the program and the stack's file as they were there, taken as applied. It needs
/// neither state nor account,
/// and knows nothing of what runs.
/// </summary>
internal static class SinceOpening
{
    /// <exception cref="UserErrorException">There is no such commit, or its program does not compile, refuses or ends badly.</exception>
    public static async Task<OpenedUpdate> OpenAsync(
        StackContext stack,
        PlanOptions plan,
        PreviewBasis.Commit since,
        Screen notes,
        CancellationToken cancel
    )
    {
        if (plan.Refresh)
        {
            throw new UserErrorException("--refresh reads what runs, and --since compares with a commit", "Leave one of the two out.")
            {
                ExitCode = UserErrorException.MissingFlag,
            };
        }

        var repository = await GitRepository.FindAsync(stack.Project.Directory, cancel);
        var revision = await repository.ResolveAsync(since.Name, cancel);
        var update = await UpdateOpening.OpenAsync(stack, plan, since, () => Planned(Snapshot.Empty), notes, cancel);
        notes.Line($"compared with {revision}, as if it were applied; not with what runs", Tone.Muted);
        return update with
        {
            Options = update.Options with { BasisIsPlanned = true },
            State = PlanAsync(update, repository, revision, notes, cancel),
        };
    }

    private static async Task<StoredState> PlanAsync(
        OpenedUpdate update,
        GitRepository repository,
        Revision revision,
        Screen notes,
        CancellationToken cancel
    )
    {
        var present = update.Stack.Project;
        var files = await new CommitFiles(Path.Combine(present.Directory, ".pulumi", "since")).UnpackAsync(repository, revision, cancel);
        var directory = Path.Combine(files, repository.Prefix);
        try
        {
            // Looking for a project goes on in the folders above, where the present one is.
            if (!File.Exists(Path.Combine(directory, Project.FileName)))
            {
                notes.Line($"there is no {Project.FileName} at {revision}: everything is new", Tone.Warning);
                return Planned(Snapshot.Empty);
            }

            var past = Project.Find(directory);
            var file = StackFile.Load(past, update.Stack.Name);
            if (file.Yaml is null && update.Stack.Name != StateFolder.DefaultStack)
            {
                notes.Line($"there is no {ShownPath.From(directory, file.Path)} at {revision}: everything is new", Tone.Warning);
                return Planned(Snapshot.Empty);
            }

            WarnOfSecrets(update.Stack.File, file, update.Options.Config, revision, notes);
            var built = await new PastProgram(repository, revision, present, update.BuiltFile!).EnsureAsync(
                past,
                () => notes.Line($"building the program of {revision}, once …", Tone.Muted),
                cancel
            );
            var config = StackConfig.Resolve(
                past,
                file,
                update.Stack.Name,
                new StackCrypters(file, update.Stack.Name, mayStayUnread: true).Crypter
            );
            var options = update.Options with
            {
                Preview = true,
                BasisIsPlanned = true,
                Project = past.Name,
                ProgramDirectory = past.ProgramDirectory,
                Config = config,
                Targets = [],
                Replace = [],
            };
            var printed = new ConcurrentQueue<string>();
            var program = new ServedProgram(new ProgramProcess(new ProgramLaunch(past, update.Stack.Name, built, config), printed.Enqueue));
            return Planned(await PastPlan.MakeAsync(options, new ProviderFactory(), program, printed, cancel));
        }
        catch (UserErrorException e)
        {
            throw new UserErrorException([
                .. e.Errors.Select(error => At(revision, error)),
                new UserError(
                    $"the program of {revision} makes no plan, so there is nothing to compare with",
                    null,
                    "Compare with another commit (--since <commit>), or leave --since out."
                ),
            ]);
        }
    }

    /// <summary>A secret that cannot be read is the same on both sides; that it was set anew can be seen all the same.</summary>
    private static void WarnOfSecrets(
        StackFile present,
        StackFile past,
        IReadOnlyDictionary<string, ConfigValue> config,
        Revision revision,
        Screen notes
    )
    {
        var reset = present
            .Config.Values.Where(c => config.GetValueOrDefault(c.Key.ToString()) is { IsUnreadable: true })
            .Where(c => past.Config.TryGetValue(c.Key, out var old) && !old.Node.Equals(c.Node))
            .Select(c => c.Key.ToString())
            .Order(StringComparer.Ordinal)
            .ToList();
        if (reset.Count > 0)
        {
            notes.Line(
                $"set anew since {revision}, and not readable here: {string.Join(", ", reset)}; what uses them may change as well",
                Tone.Warning
            );
        }
    }

    // As git itself names a file of a commit.
    private static UserError At(Revision revision, UserError error) =>
        error.At is { } at
            ? error with
            {
                At = at with { File = $"{revision.Given}:{at.File}" },
            }
            : error with
            {
                Message = $"{revision}: {error.Message}",
            };

    private static StoredState Planned(Snapshot snapshot) => new(snapshot, "", WasRecovered: false);
}
