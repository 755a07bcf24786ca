using Engine.Execution;

namespace Engine.Tests.Execution;

public sealed class CompilerOutputTests
{
    [Fact]
    public void Compiler_errors_are_told_once_at_file_and_line()
    {
        const string Output = """
            /repo/infra/Web.cs(12,9): error CS0029: Cannot implicitly convert type 'string' to 'int' [/repo/infra/Infra.csproj]
            /repo/infra/Web.cs(12,9): error CS0029: Cannot implicitly convert type 'string' to 'int' [/repo/infra/Infra.csproj]
            /repo/infra/Web.cs(13,1): warning CS0168: unused [/repo/infra/Infra.csproj]
            /repo/infra/Infra.csproj : error NU1101: Unable to find package Nope. No packages exist with this id [/repo/Infra.sln]
            MSBUILD : error MSB1009: Project file does not exist.
            """;

        CompilerOutput
            .Errors(Output, "/repo")
            .Select(e => $"{e.At} {e.Message}")
            .ShouldBe([
                "infra/Web.cs:12:9 CS0029: Cannot implicitly convert type 'string' to 'int'",
                " NU1101: Unable to find package Nope. No packages exist with this id",
                " MSB1009: Project file does not exist.",
            ]);
    }
}
