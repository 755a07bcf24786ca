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
        if (InMembers(members) is not { } missing)
            return null;
        var what = missing.Count == 1 ? "a required argument is missing" : $"{missing.Count} required arguments are missing";
        return new(
            $"{Place()}{resource.GetResourceType()} '{resource.GetResourceName()}': "
                + $"{what}\n{string.Join("\n", missing.Select(line => $"    {line}"))}"
        );
    }

    // Paths are put together on the way back, so that complete arguments, which is nearly all, cost no text.
    private static List<string>? InMembers(IEnumerable<InputMember> members)
    {
        List<string>? missing = null;
        foreach (var member in members)
        {
            if (member.Value is not null)
                Join(ref missing, member.Name, InValue(member.Value));
            else if (member.Field.IsRequired)
                (missing ??= []).Add($"{member.Name}: set {member.Field.Declaring!.Name}.{member.Field.MemberName}");
        }
        return missing;
    }

    /// <summary>Looks only into what is known now; what an output brings later is the provider's to check.</summary>
    private static List<string>? InValue(object? value) =>
        value switch
        {
            InputArgs args => InMembers(args.Members()),
            IInput input => InValue(input.Value),
            string or IOutput => null,
            IDictionary dictionary => InDictionary(dictionary),
            IList list when !ImmutableArrays.IsDefault(list) => InList(list),
            _ => null,
        };

    private static List<string>? InDictionary(IDictionary dictionary)
    {
        List<string>? missing = null;
        foreach (DictionaryEntry entry in dictionary)
            Join(ref missing, entry.Key, InValue(entry.Value));
        return missing;
    }

    private static List<string>? InList(IList list)
    {
        List<string>? missing = null;
        for (var i = 0; i < list.Count; i++)
            if (InValue(list[i]) is { } found)
                Join(ref missing, $"[{i}]", found);
        return missing;
    }

    private static void Join(ref List<string>? missing, object key, List<string>? found)
    {
        if (found is not null)
            (missing ??= []).AddRange(found.Select(path => path[0] == '[' ? $"{key}{path}" : $"{key}.{path}"));
    }

    /// <summary>Where the program made the resource: the first frame with source that is not a constructor of a resource.</summary>
    private static string Place()
    {
        foreach (var frame in new StackTrace(fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod() is { IsConstructor: true } constructor && typeof(Resource).IsAssignableFrom(constructor.DeclaringType))
                continue;
            if (SourcePlace.Of(frame) is { } place)
                return $"{place}: ";
        }
        return "";
    }
}
