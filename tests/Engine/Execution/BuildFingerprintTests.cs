using System.Text.Json;
using Engine.Execution;
using Engine.Tests.Workspace;

namespace Engine.Tests.Execution;

/// <summary>What makes the engine build again, and what does not.</summary>
public sealed class BuildFingerprintTests : IDisposable
{
    private readonly TemporaryProject _project = new();
    private readonly string _main;
    private readonly string _output;

    public BuildFingerprintTests()
    {
        _main = _project.Write(
            "app/App.csproj",
            "<Project><ItemGroup><ProjectReference Include=\"../tool/Tool.csproj\" ReferenceOutputAssembly=\"false\" "
                + "/></ItemGroup></Project>"
        );
        var library = _project.Write("lib/Lib.csproj", "<Project />");
        _project.Write("tool/Tool.csproj", "<Project />");
        _project.Write("tool/Generate.cs", "// 1");
        _project.Write("lib/Code.cs", "// 1");
        _project.Write("app/Program.cs", "// 1");
        _project.Write("Directory.Build.props", "<Project />");
        var projects = new Dictionary<string, object> { [_main] = new(), [library] = new() };
        _project.Write("app/obj/App.csproj.nuget.dgspec.json", JsonSerializer.Serialize(new { projects }));
        _output = _project.Write("app/bin/App.dll", "dll");
        new BuildRecord(BuildRecord.FingerprintOf(BuildInputs.Find(_main, _project.Directory)!), FileStamp.Of(_output)!.Value).Save(_main);
    }

    private string? Current => ProgramBuild.Current(_main, _project.Directory);

    [Fact]
    public void Without_changes_the_last_build_is_current() => Current.ShouldBe(_output);

    [Theory]
    [InlineData("app/Program.cs")]
    [InlineData("app/New.cs")]
    [InlineData("lib/Code.cs")]
    [InlineData("tool/Generate.cs")]
    [InlineData("Directory.Build.props")]
    [InlineData("app/bin/App.dll")]
    public void A_changed_or_new_input_and_a_changed_output_ask_for_a_build(string path)
    {
        _project.Write(path, "// another content");

        Current.ShouldBeNull();
    }

    [Theory]
    [InlineData("app/obj/other.json")]
    [InlineData("app/bin/other.dll")]
    [InlineData("README.md")]
    [InlineData("elsewhere/Code.cs")]
    public void Other_files_do_not(string path)
    {
        _project.Write(path, "// other");

        Current.ShouldBe(_output);
    }

    [Fact]
    public void A_removed_source_asks_for_a_build()
    {
        File.Delete(Path.Combine(_project.Directory, "lib/Code.cs"));

        Current.ShouldBeNull();
    }

    [Fact]
    public void Without_a_restore_nothing_is_known()
    {
        Directory.Delete(Path.Combine(_project.Directory, "app/obj"), recursive: true);

        Current.ShouldBeNull();
    }

    public void Dispose() => _project.Dispose();
}
