using Engine.Planning.Registration;
using Engine.State;
using Engine.Tests.Planning.Fakes;
using Engine.Values;

namespace Engine.Tests.Planning;

/// <summary>A resource whose provider is another one now is replaced only where the provider itself says that this makes a
/// difference.</summary>
public sealed class ProviderChangeTests
{
    private readonly World _world = new();

    [Fact]
    public async Task Another_provider_with_the_same_configuration_changes_nothing()
    {
        await UpAsync(("one", "eu", "n"));
        await UpAsync(("two", "eu", "n"));
        _world.ChangingSteps.ShouldBeEmpty();
        _world.Resource("a").Provider!.Urn.Name.ShouldBe("two");
    }

    [Fact]
    public async Task Another_provider_of_another_region_replaces()
    {
        await UpAsync(("one", "eu", "n"));
        await UpAsync(("two", "us", "n"));
        _world.ChangingSteps.ShouldBe(["create-replacement a", "replace a", "delete-replaced a"]);
    }

    [Fact]
    public async Task Another_provider_whose_difference_is_none_for_its_resources_does_not_replace()
    {
        await UpAsync(("one", "eu", "n"));
        await UpAsync(("two", "eu", "m"));
        _world.ChangingSteps.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_provider_that_is_replaced_takes_its_resources_along_and_one_that_is_updated_does_not()
    {
        await UpAsync(("one", "eu", "n"));
        await UpAsync(("one", "eu", "m"));
        _world.ChangingSteps.ShouldBeEmpty();
        await UpAsync(("one", "us", "m"));
        _world.ChangingSteps.ShouldContain("replace a");
    }

    [Fact]
    public async Task A_renamed_provider_is_still_the_same_and_a_renamed_one_of_another_region_is_not()
    {
        await UpAsync(("one", "eu", "n"));
        await UpAsync(("two", "eu", "n"), alias: "one");
        _world.ChangingSteps.ShouldBeEmpty();
        await UpAsync(("three", "us", "n"), alias: "two");
        _world.ChangingSteps.ShouldContain("replace a");
    }

    [Fact]
    public async Task A_provider_that_the_state_does_not_have_replaces_nothing_on_a_guess()
    {
        await UpAsync(("one", "eu", "n"));
        var lost = new ProviderReference(
            new Urn(_world.Resource("a").Provider!.Urn.Value.Replace("::one", "::lost", StringComparison.Ordinal)),
            "1"
        );
        _world.State = _world.State with
        {
            Resources = [.. _world.State.Resources.Select(r => r.Urn.Name == "a" ? r with { Provider = lost } : r)],
        };
        await UpAsync(("one", "eu", "n"));
        _world.ChangingSteps.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_state_has_without_a_provider_is_made_anew_by_the_one_it_gets()
    {
        await UpAsync(("one", "eu", "n"));
        _world.State = _world.State with
        {
            Resources = [.. _world.State.Resources.Select(r => r.Urn.Name == "a" ? r with { Provider = null } : r)],
        };

        await UpAsync(("one", "eu", "n"), succeeds: false);

        _world.ChangingSteps.ShouldBe(["create-replacement a", "replace a"]);
        _world.Errors.ShouldHaveSingleItem().ShouldContain("the state does not say which provider manages this resource");
    }

    private async Task UpAsync((string Name, string Region, string Note) provider, string? alias = null, bool succeeds = true)
    {
        var program = new FakeProgram([])
        {
            Then = async (session, root) =>
            {
                var registered = await session.RegisterAsync(
                    new ResourceGoal
                    {
                        Type = "pulumi:providers:test",
                        Name = provider.Name,
                        Custom = true,
                        Parent = root,
                        Inputs = PropertyMap.Of(("region", provider.Region), ("note", provider.Note)),
                        Aliases = alias is null ? [] : [new() { Name = alias }],
                    }
                );
                await session.RegisterAsync(
                    new ResourceGoal
                    {
                        Type = FakeProgram.Type,
                        Name = "a",
                        Custom = true,
                        Parent = root,
                        Inputs = PropertyMap.Of(("value", "1"), ("kind", "x")),
                        Provider = new ProviderReference(registered.State.Urn, registered.State.Id),
                    }
                );
            },
        };
        (await _world.RunAsync(program, o => o)).Succeeded.ShouldBe(succeeds, string.Join('\n', _world.Errors));
    }
}
