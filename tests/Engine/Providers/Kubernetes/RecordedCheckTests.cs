using System.Text.RegularExpressions;
using Engine.Contract;
using Engine.Providers.Kubernetes;
using Engine.Values;

namespace Engine.Tests.Providers.Kubernetes;

public sealed class RecordedCheckTests
{
    public static TheoryData<Recording> Checks => [.. Recording.All("kubernetes-checks.json")];

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task Checked_inputs_are_those_recorded(Recording recorded)
    {
        using var host = new RecordingHost();
        await using var provider = new KubernetesProvider(RepositorySchemas.Catalog, new TargetFactory(), host);

        var check = await provider.CheckAsync(
            new CheckRequest(recorded.Urn, PropertyMap.Empty, recorded.Map("program"), new byte[32]),
            default
        );

        check.Failures.ShouldBeEmpty();
        Generalised(check.Inputs).ShouldBe(Generalised(recorded.Map("inputs")));
    }

    // Generated suffixes differ.
    private static PropertyMap Generalised(PropertyMap inputs) =>
        ObjectNames.IsGenerated(inputs)
            ? inputs.With(
                "metadata",
                ((PropertyMap)inputs["metadata"]).Select(
                    (key, value) => key == "name" && value is PropertyString name ? Regex.Replace(name.Value, "-[0-9a-f]{8}$", "-*") : value
                )
            )
            : inputs;
}
