using Engine.Display;
using Mono.Cecil;

namespace Engine.Tests.Masking;

/// <summary>Nothing gets out but by the gate, as the compiled engine shows.</summary>
public sealed class GateTests
{
    private static readonly string[] s_reads =
    [
        "get_In",
        "ReadLine",
        "ReadKey",
        "get_IsInputRedirected",
        "get_IsOutputRedirected",
        "get_IsErrorRedirected",
    ];

    [Fact]
    public void Only_a_screen_writes_to_the_console()
    {
        var writers = new SortedSet<string>(StringComparer.Ordinal);
        using var engine = ModuleDefinition.ReadModule(typeof(Screen).Assembly.Location);
        foreach (var method in engine.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody))
        {
            if (method.Body.Instructions.Select(step => step.Operand).OfType<MethodReference>().Any(Writes))
            {
                var type = method.DeclaringType;
                while (type.DeclaringType is { } outer)
                {
                    type = outer;
                }

                writers.Add(type.FullName);
            }
        }

        writers.ShouldBe([typeof(Screen).FullName!]);
    }

    private static bool Writes(MethodReference called) =>
        called.DeclaringType.FullName switch
        {
            "System.Console" => !s_reads.Contains(called.Name),
            "Spectre.Console.AnsiConsole" => true,
            "Spectre.Console.IAnsiConsole" => called.Name is not "get_Profile",
            _ => false,
        };
}
