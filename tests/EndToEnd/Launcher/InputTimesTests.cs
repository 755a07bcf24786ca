namespace EndToEnd.Tests.Launcher;

/// <summary>MSBuild compiles a source of the engine that comes back with an older time, though that is not newer than its output.</summary>
public sealed class InputTimesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("input-times-").FullName;

    [Fact]
    public void A_source_with_an_older_time_is_compiled()
    {
        File.Copy(Path.Combine(Checkout.FindSource(), "packages", "InputTimes.targets"), Path.Combine(_folder, "InputTimes.targets"));
        Write("Old.csproj", Project);
        Write("Program.cs", "Console.WriteLine(\"first\");");
        Built().ShouldBe("first");

        Write("Program.cs", "Console.WriteLine(\"older\");");
        File.SetLastWriteTimeUtc(Path.Combine(_folder, "Program.cs"), DateTime.UnixEpoch.AddYears(50));

        Built().ShouldBe("older");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <RepositoryRoot>$(MSBuildThisFileDirectory)</RepositoryRoot>
          </PropertyGroup>
          <Import Project="InputTimes.targets" />
        </Project>
        """;

    private string Built()
    {
        var shell = new Shell(_folder);
        shell.Run("dotnet", "build", "-v:q", "-nologo", "-clp:NoSummary").ShouldSucceed();
        return shell.Run("dotnet", "exec", Path.Combine("bin", "Debug", "net10.0", "Old.dll")).ShouldSucceed().Output.Trim();
    }

    private void Write(string path, string text) => File.WriteAllText(Path.Combine(_folder, path), text);
}
