using System.Text.Json;
using System.Text.RegularExpressions;
using Engine.Execution;
using Engine.Planning;
using Engine.Planning.Registration;
using Engine.State;
using Engine.Values;

namespace Engine.Tests.Planning.Recorded;

/// <summary>Runs a recorded YAML program: registers each resource as soon as those that it mentions as <c>${name.path}</c> are
/// registered.</summary>
internal sealed partial class RecordedProgram(RecordedStep step, UpdateOptions options) : IProgramRunner
{
    private readonly Dictionary<string, TaskCompletionSource<ResourceState>> _done = step.Resources.Keys.ToDictionary(
        name => name,
        _ => new TaskCompletionSource<ResourceState>(TaskCreationOptions.RunContinuationsAsynchronously)
    );

    public async Task<ProgramExit> RunAsync(ProgramSession session, CancellationToken cancellation)
    {
        try
        {
            var root = await session.RegisterAsync(new ResourceGoal { Type = Urn.StackType, Name = $"{options.Project}-{options.Stack}" });
            await Task.WhenAll(step.Resources.Select(r => RegisterAsync(session, r.Key, r.Value, root.State.Urn)));
            await session.SignalAndWaitAsync();
            return new ProgramExit(0);
        }
        catch (UpdateStoppedException)
        {
            return new ProgramExit(ProgramExit.AlreadyReported);
        }
    }

    private async Task RegisterAsync(ProgramSession session, string name, JsonElement resource, Urn root)
    {
        try
        {
            var properties = resource.TryGetProperty("properties", out var given)
                ? (PropertyMap)JsonValues.Read(given, null)
                : PropertyMap.Empty;
            var dependencies = new Dictionary<string, IReadOnlyList<Urn>>();
            var inputs = PropertyMap.Empty;
            foreach (var (key, value) in properties)
            {
                var from = new HashSet<Urn>();
                inputs = inputs.With(key, await ResolveAsync(value, from));
                dependencies[key] = [.. from];
            }

            var option = resource.TryGetProperty("options", out var o) ? o : default;
            var type = resource.GetProperty("type").GetString()!;
            var isSecret = type == "kubernetes:core/v1:Secret";
            var result = await session.RegisterAsync(
                new ResourceGoal
                {
                    Type = type,
                    Name = name,
                    Custom = true,
                    Parent = root,
                    Inputs = inputs,
                    Dependencies = [.. dependencies.Values.SelectMany(urns => urns).Distinct()],
                    PropertyDependencies = dependencies,
                    Protect = Flag(option, "protect"),
                    RetainOnDelete = Flag(option, "retainOnDelete"),
                    DeleteBeforeReplace = Flag(option, "deleteBeforeReplace"),
                    IgnoreChanges = Texts(option, "ignoreChanges"),
                    ReplaceOnChanges = Texts(option, "replaceOnChanges"),
                    AdditionalSecretOutputs = isSecret ? ["data", "stringData"] : Texts(option, "additionalSecretOutputs"),
                    Provider =
                        option.ValueKind == JsonValueKind.Object && option.TryGetProperty("provider", out var provider)
                            ? await ProviderAsync(provider.GetString()!)
                            : null,
                }
            );
            _done[name].SetResult(result.State);
        }
        catch (Exception e)
        {
            _done[name].TrySetException(e);
            throw;
        }
    }

    private async Task<ProviderReference> ProviderAsync(string text)
    {
        var state = await _done[text[2..^1]].Task;
        return new ProviderReference(state.Urn, state.Id);
    }

    private async Task<PropertyValue> ResolveAsync(PropertyValue value, HashSet<Urn> from)
    {
        switch (value)
        {
            case PropertyMap map:
                var members = PropertyMap.Empty;
                foreach (var (key, member) in map)
                {
                    members = members.With(key, await ResolveAsync(member, from));
                }

                return members;
            case PropertyArray array:
                return new PropertyArray(await Task.WhenAll(array.Select(item => ResolveAsync(item, from))));
            case PropertyString text when Mention().Matches(text.Value) is { Count: > 0 } mentions:
                var values = new List<PropertyValue>();
                foreach (Match mention in mentions)
                {
                    values.Add(await MentionedAsync(mention.Groups["name"].Value, mention.Groups["path"].Value, from));
                }

                return mentions.Count == 1 && mentions[0].Length == text.Value.Length ? values[0] : Joined(text.Value, values);
            default:
                return value;
        }
    }

    private async Task<PropertyValue> MentionedAsync(string name, string path, HashSet<Urn> from)
    {
        if (step.Config.TryGetValue(name, out var config))
        {
            return config.Secret ? new PropertySecret(config.Value) : config.Value;
        }

        var state = await _done[name].Task;
        from.Add(state.Urn);
        if (path == "id")
        {
            return state.Id is { } id ? id : PropertyValue.Computed;
        }

        var top = state.Outputs.Get(PropertyPath.Parse(path).Segments[0].Key!);
        return top is null || top.ContainsUnknown() ? PropertyValue.Computed
            : PropertyPath.Parse(path).Get(state.Outputs) is { } found ? (top is PropertySecret ? new PropertySecret(found) : found)
            : PropertyValue.Null;
    }

    private static PropertyValue Joined(string text, List<PropertyValue> values)
    {
        if (values.Any(PropertyContents.ContainsUnknown))
        {
            return PropertyValue.Computed;
        }

        var at = 0;
        var joined = Mention().Replace(text, _ => ((PropertyString)values[at++].PlainDeep()).Value);
        return values.Any(PropertyContents.ContainsSecret) ? new PropertySecret(joined) : joined;
    }

    private static bool? Flag(JsonElement option, string name) =>
        option.ValueKind == JsonValueKind.Object && option.TryGetProperty(name, out var value) ? value.GetBoolean() : null;

    private static IReadOnlyList<string> Texts(JsonElement option, string name) =>
        option.ValueKind == JsonValueKind.Object && option.TryGetProperty(name, out var value)
            ? [.. value.EnumerateArray().Select(v => v.GetString()!)]
            : [];

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z0-9]+)(\.(?<path>[^}]+))?\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Mention();
}
