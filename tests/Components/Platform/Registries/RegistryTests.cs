using System.Text.Json;
using Components.Platform;
using Components.Tests.Mocks;

namespace Components.Tests.Platform;

public sealed class RegistryTests
{
    private static readonly RegistryArgs s_args = new()
    {
        Account = "111122223333",
        Region = "eu-central-1",
        Owned = true,
        PulledFrom = ["222233334444"],
    };

    [Fact]
    public async Task The_owner_makes_each_repository_that_was_asked_for_once()
    {
        var registry = new Registry(s_args);
        registry.Image("shop/orders");
        registry.Image("shop/orders");
        var mocks = await AwsMocks.RunAsync(() => registry.MakeRepositories());
        registry.Addresses["shop/orders"].ShouldBe("111122223333.dkr.ecr.eu-central-1.amazonaws.com/shop/orders");
        mocks.Only("aws:ecr/repository:Repository")["imageTagMutability"].ShouldBe("IMMUTABLE");
        mocks.At("aws:ecr/repository:Repository", "shop/orders", "imageScanningConfiguration", "scanOnPush").ShouldBe(true);
        mocks
            .Only("aws:ecr/repositoryPolicy:RepositoryPolicy")["policy"]
            .ShouldBeOfType<string>()
            .ShouldContain("arn:aws:iam::222233334444:root");
        using var lifecycle = JsonDocument.Parse((string)mocks.Only("aws:ecr/lifecyclePolicy:LifecyclePolicy")["policy"]);
        lifecycle.RootElement.GetProperty("rules")[1].GetProperty("selection").GetProperty("countNumber").GetInt32().ShouldBe(200);
    }

    [Fact]
    public async Task Images_go_with_their_stack_only_where_that_is_not_protected()
    {
        foreach (var keeps in (bool[])[true, false])
        {
            var registry = new Registry(s_args with { Protect = keeps });
            registry.Image("shop/orders");
            (await AwsMocks.RunAsync(() => registry.MakeRepositories()))
                .Only("aws:ecr/repository:Repository")["forceDelete"]
                .ShouldBe(!keeps);
        }
    }

    [Fact]
    public async Task Others_only_know_the_address()
    {
        var registry = new Registry(s_args with { Owned = false });
        registry.Image("shop/orders");
        var mocks = await AwsMocks.RunAsync(() => registry.MakeRepositories().ShouldBeNull());
        mocks.Names("aws:ecr/repository:Repository").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("11112222333", "'11112222333' is no AWS account. Write its 12 digits in quotes, such as \"111122223333\".")]
    [InlineData("prod", "'prod' is no AWS account. Write its 12 digits in quotes, such as \"111122223333\".")]
    public void Refuses_what_is_no_account(string text, string message) =>
        Should.Throw<FormatException>(() => AccountId.Parse(text)).Message.ShouldBe(message);
}
