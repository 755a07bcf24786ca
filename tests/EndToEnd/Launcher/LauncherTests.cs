namespace EndToEnd.Tests.Launcher;

/// <summary>Never does <c>./platform</c> start an old engine, and never does it ask MSBuild about one that is current.</summary>
public sealed class LauncherTests : IDisposable
{
    private readonly LauncherTree? _tree = OperatingSystem.IsWindows() ? null : new();

    private LauncherTree Tree
    {
        get
        {
            Skip.If(_tree is null, "a POSIX shell runs ./platform");
            return _tree;
        }
    }

    [SkippableFact]
    public void A_current_engine_starts_without_a_build()
    {
        Tree.Build();

        Tree.Run("preview").ShouldSucceed().Error.Trim().ShouldBeEmpty();

        Tree.Calls().ShouldBe(["exec"]);
    }

    [SkippableFact]
    public void A_build_is_told_once()
    {
        var first = Tree.Run("preview").ShouldSucceed();

        first.Error.Trim().ShouldBe("building the engine …");
        first.Output.ShouldContain("built: program-1 shared-1 props-1 schema-1 10.0.100 local");
    }

    [SkippableTheory]
    [InlineData("engine/Program.cs")]
    [InlineData("engine/New.cs")]
    [InlineData("agreement/Shared.cs")]
    [InlineData("agreement/New.cs")]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Packages.props")]
    [InlineData("packages/Some/schema.json")]
    [InlineData("packages/New/schema.json")]
    public void A_changed_or_new_input_is_built(string path)
    {
        Tree.Build();
        Tree.Write("repository/" + path, "changed-2\n");

        Tree.Run("preview").ShouldSucceed().Output.ShouldContain("changed-2");

        Tree.Calls().ShouldBe(["build", "exec"]);
        Tree.Run("preview").ShouldSucceed();
        Tree.Calls().ShouldBe(["exec"]);
    }

    [SkippableFact]
    public void An_input_that_comes_back_with_an_older_time_is_built()
    {
        Tree.Build();
        Tree.WriteOlder("repository/engine/Program.cs", "program-0\n");

        Tree.Run("preview").ShouldSucceed().Output.ShouldContain("program-0");
    }

    [SkippableFact]
    public void An_input_of_the_same_length_and_time_is_built()
    {
        Tree.WriteOlder("repository/engine/Program.cs", "program-1\n");
        Tree.Build();
        Tree.WriteOlder("repository/engine/Program.cs", "program-2\n");

        Tree.Run("preview").ShouldSucceed().Output.ShouldContain("program-2");
    }

    [SkippableFact]
    public void A_removed_input_is_built()
    {
        Tree.Write("repository/engine/More.cs", "more-1\n");
        Tree.Build();
        File.Delete(Tree.PathOf("repository/engine/More.cs"));

        Tree.Run("preview").ShouldSucceed().Output.ShouldNotContain("more-1");
    }

    [SkippableFact]
    public void Published_packages_have_an_engine_of_their_own()
    {
        Tree.Build();

        Tree.In("repository", packages: "official").Run(Tree.Script, "preview").ShouldSucceed().Output.ShouldContain("official");
        Tree.Calls().ShouldBe(["build", "exec"]);

        Tree.Run("preview").ShouldSucceed().Output.ShouldContain("local");
        Tree.Calls().ShouldBe(["exec"]);
    }

    [SkippableFact]
    public void Another_word_for_the_packages_is_refused()
    {
        Tree.In("repository", packages: "offical").Run(Tree.Script, "preview").ShouldFail().Error.ShouldContain("Allowed: local");

        Tree.Calls().ShouldBeEmpty();
    }

    [SkippableTheory]
    [InlineData("bin")]
    [InlineData("obj")]
    [InlineData("bin/Debug/net10.0/engine.dll")]
    public void Deleted_outputs_are_built(string path)
    {
        Tree.Build();
        var full = Tree.PathOf("repository/engine/" + path);
        if (File.Exists(full))
        {
            File.Delete(full);
        }
        else
        {
            Directory.Delete(full, recursive: true);
        }

        Tree.Run("preview").ShouldSucceed().Output.ShouldContain("program-1");

        Tree.Calls().ShouldBe(["build", "exec"]);
    }

    [SkippableFact]
    public void An_output_of_another_build_is_looked_at_by_MSBuild()
    {
        Tree.Build();
        Tree.Write("repository/engine/bin/Debug/net10.0/engine.dll", "of a branch\n");

        Tree.Run("preview").ShouldSucceed().Output.ShouldContain("program-1");
    }

    [SkippableFact]
    public void Another_SDK_builds()
    {
        Tree.Build();
        Tree.Write("dotnet/sdk/10.0.200/dotnet.dll", "");

        Tree.Run("preview").ShouldSucceed().Output.ShouldContain("10.0.200");
    }

    [SkippableFact]
    public void What_does_not_build_does_not_run_and_is_built_again()
    {
        Tree.Build();
        Tree.Write("repository/engine/Program.cs", "ERROR\n");

        for (var time = 0; time < 2; time++)
        {
            var failed = Tree.Run("preview").ShouldFail();
            failed.Error.ShouldContain("engine/Program.cs(1,1): error CS1002");
            failed.Error.ShouldContain("nothing was run");
            Tree.Calls().ShouldBe(["build"]);
        }

        Tree.Write("repository/engine/Program.cs", "program-3\n");
        Tree.Run("preview").ShouldSucceed().Output.ShouldContain("program-3");
    }

    [SkippableFact]
    public void After_an_interrupted_build_all_is_built_afresh()
    {
        Tree.Build();
        Tree.Write("repository/engine/Program.cs", "program-4\n");
        Tree.Write("dotnet/hangs", "");
        using (var interrupted = Tree.In("repository").Start(Tree.Script, "preview"))
        {
            SpinWait.SpinUntil(() => Tree.Read("dotnet/calls").Contains("build", StringComparison.Ordinal), 20_000).ShouldBeTrue();
            interrupted.Kill(entireProcessTree: true);
            interrupted.WaitForExit();
        }

        File.Delete(Tree.PathOf("dotnet/hangs"));
        Tree.Calls().ShouldBe(["build"]);

        Tree.Run("preview").ShouldSucceed().Output.ShouldContain("program-4");

        Tree.Calls().ShouldBe(["build", "afresh", "exec"]);
    }

    [SkippableFact]
    public void An_input_that_is_saved_during_a_build_is_built_next_time()
    {
        Tree.Build();
        Tree.Write("repository/engine/Program.cs", "program-5\n");
        Tree.Write("dotnet/saves", "program-6\n");
        Tree.Run("preview").ShouldSucceed().Output.ShouldContain("program-5");

        Tree.Run("preview").ShouldSucceed().Output.ShouldContain("program-6");
    }

    [SkippableFact]
    public void An_input_that_is_saved_during_the_first_build_is_built_next_time()
    {
        Tree.Write("dotnet/saves", "program-6\n");
        Tree.Run("preview").ShouldSucceed().Output.ShouldContain("program-1");

        Tree.Run("preview").ShouldSucceed().Output.ShouldContain("program-6");
    }

    [SkippableFact]
    public async Task Starts_at_once_build_once()
    {
        Tree.Write("dotnet/slow", "");
        var starts = Enumerable.Range(0, 4).Select(_ => Task.Run(() => Tree.Run("preview")));

        foreach (var outcome in await Task.WhenAll(starts))
        {
            outcome.ShouldSucceed().Output.ShouldContain("program-1");
        }

        Tree.Calls().Order(StringComparer.Ordinal).ShouldBe(["build", "exec", "exec", "exec", "exec"]);
    }

    [SkippableFact]
    public void Arguments_input_and_exit_code_pass_through()
    {
        Tree.Build();
        Tree.Write("dotnet/exit-code", "3");

        var outcome = Tree.In("repository").Run(Tree.Script, ["config", "set", "two words", "", "*"], input: "a secret");

        outcome.ExitCode.ShouldBe(3);
        outcome
            .Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)[1..]
            .ShouldBe(["argument: config", "argument: set", "argument: two words", "argument:", "argument: *", "input: a secret"]);
    }

    [SkippableFact]
    public void A_build_leaves_the_input_to_the_engine() =>
        Tree.In("repository").Run(Tree.Script, ["config"], input: "a secret").ShouldSucceed().Output.ShouldContain("input: a secret");

    [SkippableFact]
    public void From_elsewhere_and_by_a_link_the_project_is_the_repository()
    {
        Directory.CreateDirectory(Tree.PathOf("elsewhere"));
        File.CreateSymbolicLink(Tree.PathOf("elsewhere/first"), "../repository/platform");
        File.CreateSymbolicLink(Tree.PathOf("elsewhere/second"), "first");

        var elsewhere = Tree.In("elsewhere");
        foreach (var program in new[] { Tree.Script, Tree.PathOf("elsewhere/second") })
        {
            Arguments(elsewhere.Run(program, "preview")).ShouldBe(["--cwd", Tree.Root, "preview"]);
        }

        Arguments(elsewhere.Run(Tree.Script, "-C", "x", "preview")).ShouldBe(["-C", "x", "preview"]);
        Arguments(elsewhere.Run(Tree.Script, "preview", "--cwd=x")).ShouldBe(["preview", "--cwd=x"]);
        Arguments(Tree.In("repository/engine").Run(Tree.Script, "preview")).ShouldBe(["preview"]);
    }

    public void Dispose() => _tree?.Dispose();

    private static IEnumerable<string> Arguments(Outcome outcome) =>
        outcome
            .ShouldSucceed()
            .Output.Split('\n')
            .Where(line => line.StartsWith("argument: ", StringComparison.Ordinal))
            .Select(line => line["argument: ".Length..].Trim());
}
