using System.Collections;
using System.Diagnostics;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Finds required arguments that were not given, all of them, before anything is sent.</summary>
internal static class MissingArguments
{
    /// <summary>The error to report, with the place in the program; none if all required arguments are there.</summary>
    public static RunException? Find(Resource resource, IEnumerable<InputMember> members)
    {
        List<string>? missing = null;
        Visit(members, "", ref missing);
        if (missing is null) return null;
        var what = missing.Count == 1 ? "a required argument is missing" : $"{missing.Count} required arguments are missing";
        return new($"{Place()}{resource.GetResourceType()} '{resource.GetResourceName()}': {what}\n{string.Join("\n", missing.Select(line => $"    {line}"))}");
    }

    private static void Visit(IEnumerable<InputMember> members, string path, ref List<string>? missing)
    {
        foreach (var member in members)
        {
            var at = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (member.Value is null)
            {
                if (member.IsRequired) (missing ??= []).Add($"{at}: set {member.Declaring!.Name}.{member.MemberName}");
                continue;
            }
            VisitValue(member.Value, at, ref missing);
        }
    }

    /// <summary>Looks only into what is known now; what an output brings later is the provider's to check.</summary>
    private static void VisitValue(object? value, string path, ref List<string>? missing)
    {
        switch (value)
        {
            case InputArgs args:
                Visit(args.Members(), path, ref missing);
                break;
            case IInput input:
                VisitValue(input.Value, path, ref missing);
                break;
            case string or IOutput:
                break;
            case IDictionary dictionary:
                foreach (DictionaryEntry entry in dictionary) VisitValue(entry.Value, $"{path}.{entry.Key}", ref missing);
                break;
            case IList list when !ImmutableArrays.IsDefault(list):
                for (var i = 0; i < list.Count; i++) VisitValue(list[i], $"{path}[{i}]", ref missing);
                break;
        }
    }

    /// <summary>Where the program made the resource: the first frame with source that is not a constructor of a resource.</summary>
    private static string Place()
    {
        var here = typeof(MissingArguments).Assembly;
        foreach (var frame in new StackTrace(fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetFileName() is not { Length: > 0 } file || frame.GetMethod() is not { } method || method.Module.Assembly == here) continue;
            if (method.IsConstructor && typeof(Resource).IsAssignableFrom(method.DeclaringType)) continue;
            var shown = Path.GetRelativePath(Environment.CurrentDirectory, file);
            return $"{(shown.StartsWith("..", StringComparison.Ordinal) ? file : shown)}:{frame.GetFileLineNumber()}: ";
        }
        return "";
    }
}
