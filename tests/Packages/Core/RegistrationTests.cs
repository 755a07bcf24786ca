using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumi.Protocol;
using Pulumi.Serialization;
using Pulumirpc;

namespace Packages.Tests.Core;

public sealed class RegistrationTests
{
    private static string UrnOf(string name) => FakeEngine.Urn("test:index:Thing", name);

    [Fact]
    public async Task Dependencies_come_from_options_and_from_each_property()
    {
        await using var engine = new FakeEngine();

        await engine.RunAsync(() =>
        {
            var a = new Thing("a", new() { Size = 1 });
            var b = new Thing("b", new() { Size = 2 });
            _ = new Thing(
                "c",
                new()
                {
                    Size = a.Size,
                    Colour = "red",
                    Tags = { ["size"] = Output.Format($"{a.Size}{b.Size}") },
                },
                new() { DependsOn = { b } }
            );
        });

        var request = engine.Registered("c");
        request.Dependencies.Order().ShouldBe([UrnOf("a"), UrnOf("b")]);
        request.PropertyDependencies["size"].Urns.ShouldBe([UrnOf("a")]);
        request.PropertyDependencies["tags"].Urns.Order().ShouldBe([UrnOf("a"), UrnOf("b")]);
        request.PropertyDependencies["colour"].Urns.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_component_stands_for_what_is_in_it()
    {
        await using var engine = new FakeEngine();

        await engine.RunAsync(() =>
        {
            var inner = new Group("outer", children: self =>
                [new("one", new() { Size = 1 }, new() { Parent = self }), new("two", new() { Size = 1 }, new() { Parent = self })]
            );
            _ = new Thing("after", new() { Size = 1 }, new() { DependsOn = { inner } });
        });

        engine.Registered("after").Dependencies.Order().ShouldBe([UrnOf("one"), UrnOf("two")]);
    }

    [Fact]
    public async Task Children_that_depend_on_their_own_component_do_not_wait_for_each_other()
    {
        await using var engine = new FakeEngine();

        var run = engine.RunAsync(() =>
            new Group("group", children: self =>
                [
                    new("one", new() { Size = 1, Colour = self.Urn }, new() { Parent = self, DependsOn = { self } }),
                    new("two", new() { Size = 1, Colour = self.Urn }, new() { Parent = self, DependsOn = { self } }),
                ]
            )
        );

        (await run.WaitAsync(TimeSpan.FromMinutes(1))).ShouldBe(0);
        engine.Registered("two").Dependencies.ShouldBeEmpty();
    }

    [Fact]
    public async Task Children_take_over_provider_and_protection()
    {
        await using var engine = new FakeEngine();

        await engine.RunAsync(() =>
        {
            var provider = new GadgetProvider("gadgets");
            _ = new Group("group", new() { Providers = { provider }, Protect = true }, self =>
                [new("child", new() { Size = 1 }, new() { Parent = self })]
            );
        });

        engine.Registered("child").Provider.ShouldBe($"{FakeEngine.Urn("pulumi:providers:test", "gadgets")}::id-of-gadgets");
        engine.Registered("child").Protect.ShouldBeTrue();
        engine.Registered("group").Provider.ShouldBe("");
    }

    [Fact]
    public async Task A_provider_that_a_preview_creates_has_an_unknown_id()
    {
        await using var engine = new FakeEngine { IsDryRun = true };

        await engine.RunAsync(() => new Thing("thing", new() { Size = 1 }, new() { Provider = new GadgetProvider("gadgets") }));

        engine.Registered("thing").Provider.ShouldEndWith($"::{WireSignatures.Unknown}");
    }

    [Fact]
    public async Task Both_kinds_of_provider_options_are_refused()
    {
        await using var engine = new FakeEngine();

        await engine.RunAsync(() =>
            new Group("group", new() { Provider = new GadgetProvider("a"), Providers = { new GadgetProvider("b") } })
        );

        engine.Errors.Single().ShouldContain("both 'Provider' and 'Providers'");
    }

    [Fact]
    public async Task A_preview_leaves_unknown_what_the_engine_leaves_out()
    {
        await using var engine = new FakeEngine { IsDryRun = true };
        engine.Answer = request =>
            request.Name == "thing"
                ? new()
                {
                    Urn = UrnOf("thing"),
                    Object = new() { Fields = { ["size"] = Value.ForNumber(5) } },
                }
                : null;
        (bool Known, int Size)[] seen = [];

        await engine.RunStackAsync(() =>
            new Stack(
                async () =>
                {
                    var thing = new Thing("thing", new() { Size = 1 });
                    var (tags, size, id) = (await thing.Tags.DataTask, await thing.Size.DataTask, await thing.Id.DataTask);
                    seen = [(tags.IsKnown, 0), (size.IsKnown, size.Value), (id.IsKnown, 0)];
                    return new Dictionary<string, object?>();
                },
                options: null
            )
        );

        seen.ShouldBe([(false, 0), (true, 5), (false, 0)]);
    }

    [Fact]
    public async Task Outputs_of_a_resource_that_failed_under_continue_on_error_are_unknown()
    {
        await using var engine = new FakeEngine();
        engine.Answer = request =>
            request.Name == "failed"
                ? new()
                {
                    Urn = UrnOf("failed"),
                    Object = new(),
                    Result = Result.Fail,
                }
                : null;

        var code = await engine.RunAsync(() => new Thing("after", new() { Size = new Thing("failed", new() { Size = 1 }).Size }));

        code.ShouldBe(0);
        engine.Registered("after").Object.Fields["size"].StringValue.ShouldBe(WireSignatures.Unknown);
    }

    [Fact]
    public async Task A_value_of_another_type_is_a_warning_without_the_value()
    {
        await using var engine = new FakeEngine();
        engine.Answer = request =>
            request.Name == "thing"
                ? new()
                {
                    Urn = UrnOf("thing"),
                    Id = "i",
                    Object = new() { Fields = { ["size"] = Value.ForString("hunter2") } },
                }
                : null;

        (await engine.RunAsync(() => new Thing("thing", new() { Size = 1 }))).ShouldBe(0);

        var warning = engine.Logs.Single().Message;
        warning.ShouldContain("size should be a whole number, and is text");
        warning.ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task Aliases_are_sent_as_specs()
    {
        await using var engine = new FakeEngine();

        await engine.RunAsync(() =>
            new Thing(
                "thing",
                new() { Size = 1 },
                new()
                {
                    Aliases =
                    {
                        new Pulumi.Alias { Name = "old" },
                        new Pulumi.Alias { ParentUrn = "urn:parent" },
                        new Pulumi.Alias { Urn = "urn:whole" },
                        new Pulumi.Alias { NoParent = true },
                    },
                }
            )
        );

        engine
            .Registered("thing")
            .Aliases.Select(alias => alias.ToString())
            .ShouldBe([
                "{ \"spec\": { \"name\": \"old\", \"noParent\": false } }",
                "{ \"spec\": { \"parentUrn\": \"urn:parent\" } }",
                "{ \"urn\": \"urn:whole\" }",
                "{ \"spec\": { \"noParent\": true } }",
            ]);
    }

    [Fact]
    public async Task An_engine_without_alias_specs_gets_whole_urns()
    {
        await using var engine = new FakeEngine { Supports = feature => feature != "aliasSpecs" };

        await engine.RunAsync(() =>
            new Thing(
                "thing",
                new() { Size = 1 },
                new()
                {
                    Aliases =
                    {
                        new Pulumi.Alias { Name = "old", Project = "q" },
                    },
                }
            )
        );

        engine.Registered("thing").AliasURNs.ShouldBe(["urn:pulumi:s::q::test:index:Thing::old"]);
    }

    [Fact]
    public async Task An_option_that_the_engine_lacks_fails_with_what_to_do()
    {
        await using var engine = new FakeEngine { Supports = feature => feature != "deletedWith" };

        await engine.RunAsync(() => new Thing("thing", new() { Size = 1 }, new() { DeletedWith = new Thing("other", new() { Size = 1 }) }));

        engine.Errors.Single().ShouldContain("The option DeletedWith is not supported by this version of the Pulumi CLI");
    }

    [Fact]
    public async Task A_known_id_reads_and_an_unknown_one_registers()
    {
        await using var engine = new FakeEngine { IsDryRun = true };

        await engine.RunAsync(() =>
        {
            _ = new Thing("known", new() { Size = 1 }, new() { Id = "i-1" });
            _ = new Thing("later", new() { Size = 1 }, new() { Id = new Thing("maker", new() { Size = 1 }).Id });
        });

        engine.Reads.Single().Id.ShouldBe("i-1");
        engine.Registrations.ShouldContain(request => request.Name == "later");
    }
}
