using System.Globalization;

namespace EndToEnd.Tests.Launcher;

/// <summary>The real <c>./platform</c> in a tree as small as it works on, beside a <c>dotnet</c> that notes what it is asked for.</summary>
/// <remarks>Its <c>build</c> makes an engine of the sources' text, so that what runs tells what it was built from.</remarks>
internal sealed class LauncherTree : IDisposable
{
    private const string Dotnet = """
        #!/bin/sh
        here=${0%/*}
        echo "$1" >> "$here/calls"
        case $1 in
          build)
            cat > /dev/null
            [ ! -e "$here/slow" ] || sleep 1
            [ ! -e "$here/hangs" ] || exec sleep 60
            if grep -q ERROR engine/*.cs; then echo 'engine/Program.cs(1,1): error CS1002'; exit 1; fi
            case " $* " in *' --no-incremental '*) echo afresh >> "$here/calls" ;; esac
            output=engine/bin/${PulumiPackages:+$PulumiPackages/}Debug/net10.0
            notes=engine/obj/${PulumiPackages:+$PulumiPackages/}
            mkdir -p "$output" "$notes"
            printf '%s\n' "$PWD/engine" "$PWD/agreement/" > "${notes}platform.inputs"
            cat engine/*.cs agreement/*.cs *.props packages/*/schema.json > "$output/engine.dll"
            ls "$here/sdk" >> "$output/engine.dll"
            echo "${PulumiPackages:-local}" >> "$output/engine.dll"
            [ ! -e "$here/saves" ] || { cat "$here/saves" > engine/Program.cs; rm "$here/saves"; }
            ;;
          exec)
            echo "built: $(tr '\n' ' ' < "$2")"
            shift 2
            for argument; do echo "argument: $argument"; done
            echo "input: $(cat)"
            exit "$(cat "$here/exit-code" 2> /dev/null || echo 0)"
            ;;
        esac
        """;

    private readonly string _home = Directory.CreateTempSubdirectory("launcher-").FullName;

    public LauncherTree()
    {
        Write("dotnet/dotnet", Dotnet);
        Write("dotnet/sdk/10.0.100/dotnet.dll", "");
        Write("dotnet/calls", "");
        Write("repository/engine/Program.cs", "program-1\n");
        Write("repository/agreement/Shared.cs", "shared-1\n");
        Write("repository/Directory.Build.props", "props-1\n");
        Write("repository/packages/Some/schema.json", "schema-1\n");
        File.Copy(Path.Combine(Checkout.FindSource(), "platform"), Script);
        if (!OperatingSystem.IsWindows())
        {
            // A copy keeps the mode of the script itself.
            File.SetUnixFileMode(PathOf("dotnet/dotnet"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public string Root => PathOf("repository");

    public string Script => PathOf("repository/platform");

    /// <summary>What the SDK was asked for since the last look, in order.</summary>
    public IReadOnlyList<string> Calls()
    {
        var calls = File.ReadAllLines(PathOf("dotnet/calls"));
        Write("dotnet/calls", "");
        return calls;
    }

    public string PathOf(string path) => Path.Combine(_home, path);

    public string Read(string path) => File.ReadAllText(PathOf(path));

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
    }

    /// <summary>Other content of the same length with a time of last write long before the build: a file of an archive or a copy.</summary>
    public void WriteOlder(string path, string text)
    {
        Write(path, text);
        File.SetLastWriteTimeUtc(PathOf(path), DateTime.Parse("2020-01-01T00:00:00Z", CultureInfo.InvariantCulture));
    }

    public Shell In(string folder, string? packages = null) =>
        new(PathOf(folder), new Dictionary<string, string?> { ["DOTNET_ROOT"] = PathOf("dotnet"), ["PulumiPackages"] = packages });

    public Outcome Run(params string[] arguments) => In("repository").Run(Script, arguments);

    /// <summary>Builds and starts once, and forgets that.</summary>
    public void Build()
    {
        Run("preview").ShouldSucceed();
        Calls().ShouldBe(["build", "exec"]);
    }

    public void Dispose() => Directory.Delete(_home, recursive: true);
}
