using System.Reflection;
using System.Runtime.CompilerServices;
using Pulumi;

namespace Packages.Tests.Core;

/// <summary>
/// The core's public members equal the published package's (tests/EndToEnd/api-diff shows it where the published list is at hand). This
/// golden
/// keeps them so elsewhere: whoever changes a line of it changes what programs compile against.
/// </summary>
public sealed class PublicSurfaceTests
{
    [Fact]
    public void Public_members_of_the_core_are_as_agreed()
    {
        var golden = File.ReadAllLines(Path.Combine(Here(), "..", "Goldens", "Pulumi.api.txt"));

        var actual = typeof(Resource).Assembly.GetExportedTypes().SelectMany(Members).Distinct().Order(StringComparer.Ordinal).ToArray();

        var added = actual.Except(golden).Select(line => $"+ {line}");
        var removed = golden.Except(actual).Select(line => $"- {line}");
        added.Concat(removed).ShouldBeEmpty();
    }

    private static IEnumerable<string> Members(Type type)
    {
        yield return $"{type} : {type.BaseType}";
        const BindingFlags Declared =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var member in type.GetMembers(Declared).Where(IsVisible))
            yield return $"{type}: {member}";
    }

    private static bool IsVisible(MemberInfo member) =>
        member switch
        {
            MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
            FieldInfo field => field.IsPublic || field.IsFamily,
            PropertyInfo => true,
            _ => false,
        } && (member is not PropertyInfo property || property.GetAccessors(nonPublic: true).Any(IsVisible));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
