using Engine.Execution;
using Engine.Workspace;

namespace Engine.Since;

/// <summary>
/// The built program of a commit, as cheaply as is right: the present one where the code is the same; else compiled once, against the
/// packages that the present
/// one was compiled against where these are the same.
/// </summary>
internal sealed class PastProgram(GitRepository repository, Revision revision, Project present, string presentFile)
{
    private const string PackagesFolder = "packages";

    // It is compiled to be run once or twice, by whoever did not write it: what only its authors need is left out.
    private static readonly string[] s_quick =
    [
        "-p:TreatWarningsAsErrors=false",
        "-p:RunAnalyzers=false",
        "-p:GenerateDocumentationFile=false",
    ];

    /// <param name="past">The project as the commit has it.</param>
    /// <param name="building">Called when it has to be compiled.</param>
    public async Task<string> EnsureAsync(Project past, Action building, CancellationToken cancel)
    {
        // A program that comes built is no part of the repository: there is one only.
        if (present.Binary is not null || await IsSameAsync(cancel))
        {
            return presentFile;
        }

        return await ProgramBuild.EnsureAsync(past, _ => building(), cancel, [.. s_quick, .. await PackagesAsync(cancel)]);
    }

    private async Task<bool> IsSameAsync(CancellationToken cancel) =>
        BuildInputs.Pathspecs(ProgramBuild.ProjectFile(present), present.Directory, repository.Root) is { } code
        && await repository.IsUnchangedSinceAsync(revision, [.. code, Project.FileName], cancel);

    private async Task<IReadOnlyList<string>> PackagesAsync(CancellationToken cancel) =>
        !PackagesSwitch.IsOfficial
        && Directory.Exists(Path.Combine(present.Directory, PackagesFolder))
        && await repository.IsUnchangedSinceAsync(revision, [PackagesFolder], cancel)
            ?
            [
                $"-p:{PackagesSwitch.Variable}={PackagesSwitch.Built}",
                $"-p:{PackagesSwitch.FolderProperty}={Path.GetDirectoryName(presentFile)}{Path.DirectorySeparatorChar}",
            ]
            : [];
}
