using Engine.Execution;
using Engine.Planning;
using Engine.Planning.Registration;
using Engine.State;
using Engine.Tests.Planning.Fakes;
using Engine.Values;
using Engine.Workspace;

namespace Engine.Tests.Planning;

public sealed class RegistrationTests
{
    private readonly World _world = new();

    [Fact]
    public async Task Targets_leave_all_else_as_it_is()
    {
        await _world.UpAsync(new Thing("a"), new Thing("b"), new Thing("c"));
        Thing[] changed = [new("a") { Value = "2" }, new("b") { Value = "2" }, new("new")];
        var result = await _world.RunAsync(new FakeProgram(changed), o => o with { Targets = [Thing.UrnOf("a")] });
        result.Succeeded.ShouldBeTrue(string.Join('\n', _world.Errors));
        _world.ChangingSteps.ShouldBe(["update a"]);
        _world.Resource("b").Inputs.GetText("value").ShouldBe("1");
        _world.State.Resources.Select(r => r.Urn.Name).ShouldContain("c");
        StateRules.Violations(_world.State).ShouldBeEmpty();
    }

    [Fact]
    public async Task Replacing_on_request_names_the_id_as_the_reason()
    {
        await _world.UpAsync(new Thing("a"));
        await _world.RunAsync(new FakeProgram([new Thing("a")]), o => o with { Replace = [Thing.UrnOf("a")] });
        _world.ChangingSteps.ShouldBe(["create-replacement a", "replace a", "delete-replaced a"]);
    }

    [Fact]
    public async Task A_refresh_before_an_update_finds_drift()
    {
        await _world.UpAsync(new Thing("a") { Fixed = "a" }, new Thing("b") { Fixed = "b" });
        _world.Cloud.Objects["a"] = _world.Cloud.Objects["a"].With("value", "drifted");
        _world.Cloud.Objects.TryRemove("b", out _);
        (await _world.UpAsync(new Thing("a") { Fixed = "a" }, new Thing("b") { Fixed = "b" })).SnapshotChanged.ShouldBeFalse();

        await _world.RunAsync(new FakeProgram([new Thing("a") { Fixed = "a" }, new Thing("b") { Fixed = "b" }]), o =>
            o with
            {
                Refresh = true,
            }
        );
        _world.Cloud.Objects["a"].GetText("value").ShouldBe("1");
        _world.Cloud.Objects.ShouldContainKey("b");
    }

    [Fact]
    public async Task What_is_read_is_not_managed()
    {
        _world.Cloud.Objects["theirs"] = PropertyMap.Of(("name", "theirs"), ("value", "9"));
        ResourceState? read = null;
        FakeProgram Program() =>
            new([])
            {
                Then = async (session, root) =>
                    read = await session.ReadAsync(new ReadGoal(FakeProgram.Type, "r", "theirs", root, PropertyMap.Empty)),
            };
        (await _world.RunAsync(Program(), o => o)).Succeeded.ShouldBeTrue(string.Join('\n', _world.Errors));
        read!.Outputs.GetText("value").ShouldBe("9");
        _world.Resource("r").External.ShouldBeTrue();
        (await _world.RunAsync(Program(), o => o)).SnapshotChanged.ShouldBeFalse();

        await _world.UpAsync();
        _world.ChangingSteps.ShouldBe(["discard r"]);
        _world.Cloud.Objects.ShouldContainKey("theirs");
    }

    [Fact]
    public async Task Reading_what_does_not_exist_fails_with_its_id()
    {
        var program = new FakeProgram([])
        {
            Then = (session, root) => session.ReadAsync(new ReadGoal(FakeProgram.Type, "r", "nothing", root, PropertyMap.Empty)),
        };
        (await _world.RunAsync(program, o => o)).Succeeded.ShouldBeFalse();
        _world.Errors.ShouldHaveSingleItem().ShouldContain("nothing");
    }

    [Fact]
    public async Task Children_are_found_under_the_former_name_of_their_parent()
    {
        await _world.UpAsync(new Thing("app"), new Thing("app-db") { Parent = "app" });
        Thing[] renamed =
        [
            new("shop") { Options = g => g with { Aliases = [new() { Name = "app" }] } },
            new("shop-db") { Parent = "shop" },
        ];
        (await _world.UpAsync(renamed)).Succeeded.ShouldBeTrue(string.Join('\n', _world.Errors));
        _world.ChangingSteps.ShouldBeEmpty();
        StateRules.Violations(_world.State).ShouldBeEmpty();
        (await _world.UpAsync(renamed)).SnapshotChanged.ShouldBeFalse();
    }

    [Fact]
    public async Task Components_hand_protection_and_retention_down_and_have_outputs()
    {
        var program = new FakeProgram([])
        {
            Then = async (session, root) =>
            {
                var component = await session.RegisterAsync(
                    new ResourceGoal
                    {
                        Type = "my:index:Comp",
                        Name = "c",
                        Parent = root,
                        Protect = true,
                        RetainOnDelete = true,
                    }
                );
                await session.RegisterAsync(
                    new ResourceGoal
                    {
                        Type = FakeProgram.Type,
                        Name = "inside",
                        Custom = true,
                        Parent = component.State.Urn,
                        Inputs = PropertyMap.Of(("kind", "x")),
                    }
                );
                await session.RegisterOutputsAsync(component.State.Urn, PropertyMap.Of(("url", "http://x")));
            },
        };
        await _world.RunAsync(program, o => o);
        _world.Resource("inside").Protect.ShouldBeTrue();
        _world.Resource("inside").RetainOnDelete.ShouldBeTrue();
        _world.Resource("inside").Urn.QualifiedType.ShouldBe("my:index:Comp$test:index:Thing");
        _world.Resource("c").Outputs.GetText("url").ShouldBe("http://x");
    }

    [Fact]
    public async Task Default_providers_take_the_stacks_configuration_of_their_package()
    {
        var config = new Dictionary<string, ConfigValue>
        {
            ["test:region"] = new("eu", false),
            ["test:token"] = new("s3cret", true),
            ["other:x"] = new("y", false),
        };
        await _world.RunAsync(new FakeProgram([new Thing("a") { Options = g => g with { Version = "1.2.3" } }]), o =>
            o with
            {
                Config = config,
            }
        );
        var provider = _world.State.Resources.Single(r => r.IsProvider);
        provider.Urn.Name.ShouldBe("default_1_2_3");
        provider.Inputs.ShouldBe(
            PropertyMap.Of(
                ("region", "eu"),
                ("token", new PropertySecret("s3cret")),
                ("version", "1.2.3"),
                ("__internal", PropertyMap.Empty)
            )
        );
        provider.Outputs.ContainsKey("__internal").ShouldBeFalse();
        _world.Resource("a").Provider.ShouldBe(new ProviderReference(provider.Urn, provider.Id));
    }

    [Fact]
    public async Task A_default_provider_that_is_switched_off_is_asked_for_by_name()
    {
        var config = new Dictionary<string, ConfigValue> { ["pulumi:disable-default-providers"] = new("[\"test\"]", false) };
        (await _world.RunAsync(new FakeProgram([new Thing("a")]), o => o with { Config = config })).Succeeded.ShouldBeFalse();
        _world.Errors.ShouldHaveSingleItem().ShouldContain("pulumi:disable-default-providers");
    }

    [Fact]
    public async Task An_unknown_package_is_named()
    {
        await _world.UpAsync(new Thing("a") { Options = g => g with { Type = "nothing:index:Thing" } });
        _world.Errors.ShouldHaveSingleItem().ShouldContain("there is no provider 'nothing'");
    }

    [Fact]
    public async Task What_comes_after_the_end_is_refused_before_it_could_be_deleted_unseen()
    {
        await _world.UpAsync(new Thing("late"));
        var program = new LateProgram();
        var result = await _world.RunAsync(program, o => o);
        result.Succeeded.ShouldBeFalse();
        _world.Errors.ShouldHaveSingleItem().ShouldContain("late");
    }

    private sealed class LateProgram : IProgramRunner
    {
        public async Task<ProgramExit> RunAsync(ProgramSession session, CancellationToken cancellation)
        {
            var root = await session.RegisterAsync(new ResourceGoal { Type = Urn.StackType, Name = "proj-dev" });
            await session.SignalAndWaitAsync();
            await Should.ThrowAsync<UpdateStoppedException>(() =>
                session.RegisterAsync(
                    new ResourceGoal
                    {
                        Type = FakeProgram.Type,
                        Name = "late",
                        Custom = true,
                        Parent = root.State.Urn,
                        Inputs = PropertyMap.Of(("kind", "x")),
                    }
                )
            );
            return new ProgramExit(0);
        }
    }
}
