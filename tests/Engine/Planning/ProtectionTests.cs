using Engine.State;
using Engine.Tests.Planning.Fakes;

namespace Engine.Tests.Planning;

/// <summary>What is protected is neither deleted nor replaced, whatever the program says about it now.</summary>
public sealed class ProtectionTests
{
    private readonly World _world = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_protected_resource_is_not_replaced_even_if_the_same_update_would_unprotect_it(bool stays)
    {
        await _world.UpAsync(Kind("x", isProtected: true));
        _world.Cloud.Log.Clear();

        var result = await _world.UpAsync(Kind("y", isProtected: stays));

        result.Succeeded.ShouldBeFalse();
        _world.Errors.ShouldHaveSingleItem().ShouldStartWith($"resource \"{Thing.UrnOf("a")}\" cannot be replaced\n");
        _world.Cloud.Log.ShouldBeEmpty();
        _world.Resource("a").Inputs.GetText("kind").ShouldBe("x");
        _world.Resource("a").Protect.ShouldBeTrue();
    }

    [Fact]
    public async Task Protection_that_is_new_holds_from_the_next_update()
    {
        await _world.UpAsync(Kind("x", isProtected: false));
        (await _world.UpAsync(Kind("y", isProtected: true))).Succeeded.ShouldBeTrue(string.Join('\n', _world.Errors));
        _world.Resource("a").Inputs.GetText("kind").ShouldBe("y");

        (await _world.UpAsync(Kind("z", isProtected: true))).Succeeded.ShouldBeFalse();
    }

    [Fact]
    public async Task A_protected_resource_is_updated_in_place()
    {
        await _world.UpAsync(Kind("x", isProtected: true));
        (await _world.UpAsync(Kind("x", isProtected: true) with { Value = "2" })).Succeeded.ShouldBeTrue();
        _world.ChangingSteps.ShouldBe(["update a"]);
    }

    [Fact]
    public async Task The_refusal_names_the_resource_as_it_is_called()
    {
        var named = new Thing("deleted-orders") { Options = goal => goal with { Protect = true } };
        await _world.UpAsync(named);
        await _world.UpAsync(named with { Kind = "y" });

        _world.Errors.ShouldHaveSingleItem().ShouldStartWith($"resource \"{Thing.UrnOf("deleted-orders")}\" cannot be replaced\n");
    }

    [Fact]
    public async Task The_old_half_of_a_replacement_goes_although_it_is_protected()
    {
        await _world.UpAsync(new Thing("a"), new Thing("b"));
        _world.State = _world.State with
        {
            Resources = [.. _world.State.Resources.Select(r => r.Urn.Name == "a" ? r with { Delete = true, Protect = true } : r)],
        };

        (await _world.UpAsync(new Thing("b"))).Succeeded.ShouldBeTrue(string.Join('\n', _world.Errors));

        _world.ChangingSteps.ShouldBe(["delete-replaced a"]);
        _world.Cloud.Objects.Count.ShouldBe(1);
    }

    private static Thing Kind(string kind, bool isProtected) =>
        new("a") { Kind = kind, Options = goal => goal with { Protect = isProtected } };
}
