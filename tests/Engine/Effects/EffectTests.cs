namespace Engine.Tests.Effects;

/// <summary>
/// What previews say of changes: the scenarios of the text files in this folder, each with what users read. To take changes over:
/// UPDATE_GOLDENS=1 dotnet test tests/Engine; then read the diff.
/// </summary>
public sealed class EffectTests
{
    public static TheoryData<string, string> Scenarios
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var name in ScenarioFile.Names)
            {
                foreach (var scenario in ScenarioFile.Load(name).Scenarios)
                {
                    all.Add(name, scenario.Title);
                }
            }

            return all;
        }
    }

    private static bool IsUpdate =>
        Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1" && Environment.GetEnvironmentVariable("CI") != "true";

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_preview_says_what_a_change_does(string file, string title)
    {
        var scenarios = ScenarioFile.Load(file);
        var scenario = scenarios.Scenarios.Single(s => s.Title == title);
        var printed = EffectScenario.Print(scenarios.Stack, ScenarioFile.Yaml(scenario.Changes));
        if (IsUpdate)
        {
            scenarios.Save(scenarios.Scenarios.Select(s => s.Title == title ? s with { Expected = printed } : s));
        }
        else
        {
            printed.ShouldBe(scenario.Expected);
        }
    }

    [Fact]
    public void A_change_of_nothing_has_no_effect() =>
        ScenarioFile.Names.ShouldAllBe(name =>
            EffectScenario.Print(ScenarioFile.Load(name).Stack, Engine.Values.PropertyMap.Empty).Length == 0
        );
}
