using System.Text.Json;
using Engine.Contract;
using Engine.Display;
using Engine.Errors;
using Engine.Events;
using Engine.Masking;
using Engine.State;
using Engine.Values;
using Engine.Workspace;

namespace Engine.Tests.Display;

/// <summary>What users read, and that no secret is in it.</summary>
public sealed class DisplayTests : IDisposable
{
    private readonly StringWriter _text = new() { NewLine = "\n" };

    private Screen Screen => new(_text, new KnownSecrets());

    [Fact]
    public void A_plan_is_grouped_by_namespace_with_old_and_new_values()
    {
        var plan = new PlanReport();
        plan.Add(Step(StepOp.Create, null, Kubernetes("core/v1", "ConfigMap", "shop", "conf", PropertyMap.Of(("a", "1")))));
        plan.Add(
            Step(
                StepOp.Update,
                Kubernetes("apps/v1", "Deployment", "shop", "auth", PropertyMap.Of(("replicas", 2d))),
                Kubernetes("apps/v1", "Deployment", "shop", "auth", PropertyMap.Of(("replicas", 3d)))
            )
        );
        plan.Add(Step(StepOp.Delete, Kubernetes("core/v1", "Namespace", null, "old", PropertyMap.Empty), null));
        plan.Add(
            Step(
                StepOp.Same,
                Kubernetes("core/v1", "Secret", "shop", "s", PropertyMap.Empty),
                Kubernetes("core/v1", "Secret", "shop", "s", PropertyMap.Empty)
            )
        );

        plan.Write(Screen, details: false);

        _text
            .ToString()
            .ShouldBe(
                """

                old
                  - Namespace old

                shop
                  + ConfigMap  conf
                  ~ Deployment auth
                      data.replicas  2 -> 3

                """.ReplaceLineEndings("\n")
            );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Secrets_are_never_shown(bool detailed)
    {
        var old = Kubernetes("core/v1", "Secret", "shop", "s", PropertyMap.Of(("pw", new PropertySecret("hunter2"))));
        var now = Kubernetes(
            "core/v1",
            "Secret",
            "shop",
            "s",
            PropertyMap.Of(("pw", new PropertySecret("hunter3")), ("new", new PropertySecret(PropertyMap.Of(("k", "hunter4")))))
        );
        var step = Step(StepOp.Update, old, now) with
        {
            DetailedDiff = detailed
                ? new Dictionary<string, PropertyDiff>
                {
                    ["data.pw"] = new(PropertyDiffKind.Update),
                    ["data.new.k"] = new(PropertyDiffKind.Add),
                }
                : null,
        };
        var plan = new PlanReport();
        plan.Add(step);
        plan.Add(Step(StepOp.Create, null, now));
        plan.Write(Screen, details: true);
        var digest = new JsonDigest(new Dictionary<string, ConfigValue> { ["demo:pw"] = new("hunter5", IsSecret: true) });
        digest.Handle(new StepSucceeded(step, TimeSpan.Zero));
        new JsonEvents(Screen, TimeProvider.System).Handle(new StepStarted(step));
        var result = Result() with { Outputs = PropertyMap.Of(("password", new PropertySecret("hunter6"))) };
        Summary.WriteOutputs(Screen, result, changedOnly: false);

        var all = _text + digest.Text(result, [], []);
        all.ShouldNotContain("hunter");
        all.ShouldContain("data.pw  [secret] -> [secret]");
        all.ShouldContain("+ password  [secret]");
    }

    [Fact]
    public void The_digest_has_Pulumis_shape()
    {
        var digest = new JsonDigest(new Dictionary<string, ConfigValue>());
        digest.Handle(
            new StepSucceeded(
                Step(
                    StepOp.Replace,
                    Kubernetes("core/v1", "ConfigMap", "s", "c", PropertyMap.Of(("a", "1"))),
                    Kubernetes("core/v1", "ConfigMap", "s", "c", PropertyMap.Of(("a", "2")))
                ) with
                {
                    ReplaceKeys = ["data.a"],
                    DetailedDiff = new Dictionary<string, PropertyDiff> { ["data.a"] = new(PropertyDiffKind.UpdateReplace) },
                },
                TimeSpan.Zero
            )
        );

        using var json = JsonDocument.Parse(digest.Text(Result(), [], []));

        var step = json.RootElement.GetProperty("steps")[0];
        step.GetProperty("op").GetString().ShouldBe("replace");
        step.GetProperty("oldState").GetProperty("inputs").GetProperty("data").GetProperty("a").GetString().ShouldBe("1");
        step.GetProperty("replaceReasons")[0].GetString().ShouldBe("data.a");
        step.GetProperty("detailedDiff").GetProperty("data.a").GetProperty("kind").GetString().ShouldBe("update-replace");
        json.RootElement.GetProperty("changeSummary").GetProperty("create").GetInt32().ShouldBe(1);
        json.RootElement.GetProperty("duration").GetInt64().ShouldBe(2_000_000_000);
    }

    [Fact]
    public void Changed_texts_are_compared_line_by_line()
    {
        TextDifference.Write(Screen, "data.conf", "a\nb\nc\n", "a\nB\nc\n");

        _text.ToString().ShouldBe("      data.conf\n        - b\n        + B\n");
    }

    [Fact]
    public void Errors_say_where_what_and_what_to_do()
    {
        ErrorReport.Write(
            Screen,
            [
                new UserError(
                    "no workload is named 'shop/ordrs'",
                    new SourceLocation("stacks/Pulumi.prod.yaml", 12, 5),
                    "Did you mean 'shop/orders'?"
                ),
                new UserError("other"),
            ]
        );

        _text
            .ToString()
            .ShouldBe(
                "stacks/Pulumi.prod.yaml:12:5  error: no workload is named 'shop/ordrs'\n  Did you mean 'shop/orders'?\nerror: other\n"
            );
    }

    [Fact]
    public void The_summary_counts_what_was_done()
    {
        Summary.WriteCounts(Screen, "prod", Result(), done: true);

        _text.ToString().ShouldBe("\nprod   + 1 created   ~ 2 updated   7 unchanged   2.0 s\n");
    }

    public void Dispose() => _text.Dispose();

    private static UpdateResult Result() =>
        new()
        {
            Succeeded = true,
            Changes = new Dictionary<StepOp, int>
            {
                [StepOp.Same] = 7,
                [StepOp.Update] = 2,
                [StepOp.Create] = 1,
            },
            Snapshot = Snapshot.Empty,
            SnapshotChanged = true,
            Duration = TimeSpan.FromSeconds(2),
        };

    private static StepDescription Step(StepOp op, ResourceState? old, ResourceState? now) =>
        new(op, (now ?? old)!.Urn, (now ?? old)!.Type, old, now);

    private static ResourceState Kubernetes(string version, string kind, string? ns, string name, PropertyMap data)
    {
        var type = $"kubernetes:{version}:{kind}";
        var metadata = ns is null ? PropertyMap.Of(("name", name)) : PropertyMap.Of(("name", name), ("namespace", ns));
        var inputs = PropertyMap.Of(("metadata", metadata), ("data", data));
        return new ResourceState
        {
            Urn = Urn.Create("dev", "demo", null, type, name),
            Type = type,
            Custom = true,
            Id = name,
            Inputs = inputs,
            Outputs = inputs,
        };
    }
}
