using Engine.Contract;
using Engine.Events;
using Engine.Providers.Kubernetes;
using Engine.Values;

namespace Engine.Tests.Providers.Kubernetes;

public sealed class RecordedDiffTests
{
    public static TheoryData<Recording> Diffs => [.. Recording.All("kubernetes-diffs.json")];

    [Theory]
    [MemberData(nameof(Diffs))]
    public async Task A_change_is_the_same_properties_and_replacements_as_recorded(Recording recorded)
    {
        var diff = await DiffAsync(recorded, recorded.Map("newInputs"));

        var expected = recorded
            .Entry.GetProperty("detailedDiff")
            .EnumerateObject()
            .Select(p => $"{p.Name} {p.Value.GetString()}")
            .Order(StringComparer.Ordinal);
        diff.DetailedDiff!.Select(d => $"{d.Key} {d.Value.Kind.Text()}").Order(StringComparer.Ordinal).ShouldBe(expected);
        diff.DetailedDiff!.Where(d => d.Value.InputDiff)
            .Select(d => d.Key)
            .Order(StringComparer.Ordinal)
            .ShouldBe(recorded.Entry.GetProperty("inputDiff").EnumerateArray().Select(p => p.GetString()!).Order(StringComparer.Ordinal));
        diff.IsReplace.ShouldBe(recorded.Text("op") == "replace");
        diff.Changes.ShouldBe(DiffChanges.Some);
    }

    [Theory]
    [MemberData(nameof(Diffs))]
    public async Task Unchanged_inputs_are_no_change(Recording recorded)
    {
        var diff = await DiffAsync(recorded, CheckpointObject.Inputs(recorded.Map("oldOutputs"), recorded.Map("oldInputs")));

        if (diff.Changes != DiffChanges.None)
        {
            // The recordings with a drifted object: what the cluster changed is taken back.
            recorded.Case.ShouldBeOneOf(
                "s25-mutable-ssa/06-conflict/cm",
                "s25-mutable-ssa/08-up-after-refresh/cm",
                "s25-mutable-ssa/09-patchforce/cm"
            );
        }
    }

    private static async Task<DiffResult> DiffAsync(Recording recorded, PropertyMap news)
    {
        using var host = new RecordingHost();
        await using var provider = new KubernetesProvider(RepositorySchemas.Catalog, new TargetFactory(), host);
        var mutable = recorded.Entry.GetProperty("mutable").GetBoolean();
        await provider.ConfigureAsync(
            new ConfigureRequest(
                recorded.Urn,
                PropertyMap.Of(("enableConfigMapMutable", mutable ? "true" : "false"), ("enableSecretMutable", mutable))
            ),
            default
        );
        return await provider.DiffAsync(
            new DiffRequest(recorded.Urn, recorded.Text("id"), recorded.Map("oldInputs"), recorded.Map("oldOutputs"), news, []),
            default
        );
    }
}
