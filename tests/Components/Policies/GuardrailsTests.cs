using System.Collections.Immutable;
using Components.Policies;
using Pulumi;
using Pulumi.Testing;

namespace Components.Tests.Policies;

public sealed class GuardrailsTests
{
    private static readonly Policy s_pinned = Policy.OnEach("IMG001", "tags move", "Pin it.", resource =>
        resource
            .Inputs["images"]
            .Items.Where(image => image.Text?.EndsWith(":latest", StringComparison.Ordinal) == true)
            .Select(image => (image, $"is '{image.Text}'"))
    );

    [Fact]
    public async Task Reports_all_violations_at_once_with_reason_and_fix()
    {
        var report = await Evaluate(() =>
        {
            _ = new Thing("first", new() { Images = { "nginx:latest" } });
            _ = new Thing("second", new() { Images = { "nginx:1.29", "redis:latest" } });
            _ = new Thing("third", new() { Images = { "nginx:1.29" } });
        });
        report.Warnings.ShouldBeEmpty();
        report
            .Errors.Select(error => error.Text)
            .ShouldBe([
                """
                IMG001  test:index:Thing first: images[0] is 'nginx:latest'.
                  Why: tags move
                  Fix: Pin it. If it must be so, waive it where the resource is made: .Waive("IMG001", because: "…", until: "year-month-day").
                """,
                """
                IMG001  test:index:Thing second: images[1] is 'redis:latest'.
                  Why: tags move
                  Fix: Pin it. If it must be so, waive it where the resource is made: .Waive("IMG001", because: "…", until: "year-month-day").
                """,
            ]);
    }

    [Fact]
    public async Task A_waiver_covers_what_its_component_makes()
    {
        var report = await Evaluate(() => new Group("group").Waive("IMG001", because: "the vendor has no tags", until: "2027-06-30"));
        report.Errors.ShouldBeEmpty();
        report.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(
        "2026-11-25",
        ExpiredWaivers.Refuse,
        "",
        "Policies/GuardrailsTests.cs:*  waiver IMG001 ends in 5 days (the vendor has no tags)."
    )]
    [InlineData(
        "2026-11-20",
        ExpiredWaivers.Refuse,
        "",
        "Policies/GuardrailsTests.cs:*  waiver IMG001 ends in 0 days (the vendor has no tags)."
    )]
    [InlineData(
        "2026-11-19",
        ExpiredWaivers.Warn,
        "",
        "Policies/GuardrailsTests.cs:*  waiver IMG001 ended on 2026-11-19 (the vendor has no tags). Follow the rule and remove it, or "
            + "move its date."
    )]
    [InlineData(
        "2026-11-19",
        ExpiredWaivers.Refuse,
        "Policies/GuardrailsTests.cs:*  waiver IMG001 ended on 2026-11-19 (the vendor has no tags). Follow the rule and remove it, or "
            + "move its date.",
        ""
    )]
    public async Task A_waiver_warns_before_it_ends_and_on_a_pull_request_holds_no_longer(
        string until,
        ExpiredWaivers expired,
        string errors,
        string warnings
    )
    {
        var report = await Evaluate(() => new Group("group").Waive("IMG001", because: "the vendor has no tags", until: until), expired);
        Lines(report.Errors).ShouldBe(errors);
        Lines(report.Warnings).ShouldBe(warnings);
    }

    [Theory]
    [InlineData("2026-11-25", 5)]
    [InlineData("2026-11-20", 0)]
    [InlineData("2026-11-18", -2)]
    public async Task The_report_tells_the_days_that_a_waiver_has_left(string until, int days)
    {
        var report = await Evaluate(() => new Group("group").Waive("IMG001", because: "the vendor has no tags", until: until));
        report.Waivers.ShouldHaveSingleItem().DaysLeft.ShouldBe(days);
    }

    [Fact]
    public async Task A_waiver_without_need_or_rule_is_named()
    {
        var report = await Evaluate(() =>
        {
            _ = new Thing("kept", new() { Images = { "nginx:1.29" } }).Waive("IMG001", because: "once needed", until: "2027-06-30");
            _ = new Thing("mistyped", new()).Waive("IMG01", because: "a slip of the pen", until: "2027-06-30");
        });
        Lines(report.Warnings)
            .ShouldBe(
                "Policies/GuardrailsTests.cs:*  waiver IMG001 is not needed: the rule is kept. Remove it.|Policies/GuardrailsTests.cs:* "
                    + " waiver IMG01 names no rule. Rules: IMG001."
            );
    }

    [Fact]
    public async Task Rules_see_nested_values_by_their_wire_names_and_nothing_of_secrets()
    {
        var seen = "";
        var look = Policy.OnEach("SEE001", "", "", resource =>
        {
            var inner = resource.Inputs["inner"];
            seen =
                $"{inner["size"].Number} {inner["on"].Flag} {inner["labels"]["a.b/c"].Text} {inner["labels"]["a.b/c"].Path} "
                + $"{inner["token"].IsOpaque} {inner["token"].Text is null} {inner["none"].IsAbsent}";
            return [];
        });
        await Evaluate(
            () =>
                _ = new Thing(
                    "thing",
                    new()
                    {
                        Inner = new InnerArgs
                        {
                            Size = 3,
                            On = true,
                            Labels = { ["a.b/c"] = "yes" },
                            Token = Output.CreateSecret("hidden"),
                        },
                    }
                ),
            policies: [look]
        );
        seen.ShouldBe("""3 True yes inner.labels["a.b/c"] True True True""");
    }

    private static string Lines(IEnumerable<PolicyMessage> messages) =>
        string.Join("|", messages.Select(message => System.Text.RegularExpressions.Regex.Replace(message.Text, @"\.cs:\d+", ".cs:*")));

    private static async Task<PolicyReport> Evaluate(
        Action program,
        ExpiredWaivers expired = ExpiredWaivers.Refuse,
        params Policy[] policies
    )
    {
        var guardrails = new Guardrails(policies.Length == 0 ? [s_pinned] : policies, new Day(2026, 11, 20), expired);
        PolicyReport? report = null;
        await Deployment.TestAsync(new Echo(), new TestOptions(), async () =>
        {
            Observed.Current.Value = guardrails;
            program();
            report = await guardrails.EvaluateAsync();
        });
        return report!;
    }

    private static class Observed
    {
        public static readonly AsyncLocal<Guardrails?> Current = new();

        public static CustomResourceOptions Custom(Resource? parent = null) =>
            new() { Parent = parent, ResourceTransformations = { Current.Value!.Observe } };
    }

    private sealed class Day(int year, int month, int day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(year, month, day, 12, 0, 0, TimeSpan.Zero);
    }

    private sealed class Echo : IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) =>
            Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs));

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(ImmutableDictionary<string, object>.Empty);
    }

    private sealed class Thing(string name, ThingArgs args, Resource? parent = null)
        : CustomResource("test:index:Thing", name, args, Observed.Custom(parent));

    private sealed class Group : ComponentResource
    {
        public Group(string name)
            : base(
                "test:index:Group",
                name,
                new ComponentResourceOptions { ResourceTransformations = { Observed.Current.Value!.Observe } }
            ) => _ = new Plain($"{name}-thing", new() { Images = { "nginx:latest" } }, this);

        private sealed class Plain(string name, ThingArgs args, Resource parent)
            : CustomResource("test:index:Thing", name, args, new CustomResourceOptions { Parent = parent });
    }

    private sealed class ThingArgs : ResourceArgs
    {
        [Input("images")]
        private InputList<string>? _images;

        public InputList<string> Images
        {
            get => _images ??= [];
            set => _images = value;
        }

        [Input("inner")]
        public Input<InnerArgs>? Inner { get; set; }
    }

    private sealed class InnerArgs : ResourceArgs
    {
        [Input("labels")]
        private InputMap<string>? _labels;

        [Input("size")]
        public Input<int>? Size { get; set; }

        [Input("on")]
        public Input<bool>? On { get; set; }

        [Input("token")]
        public Input<string>? Token { get; set; }

        public InputMap<string> Labels
        {
            get => _labels ??= [];
            set => _labels = value;
        }
    }
}
