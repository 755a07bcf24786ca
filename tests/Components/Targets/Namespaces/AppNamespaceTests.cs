using Components.Targets;
using Components.Tests.Mocks;
using Components.Tests.Workloads;

namespace Components.Tests.Targets;

public sealed class AppNamespaceTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_namespace_is_protected_where_that_is_said_and_what_is_in_it_is_not(bool protect)
    {
        var options = new ObservedOptions();
        await Declared.ByAsync(shop =>
            _ = new AppNamespace("pay", new() { Target = shop.Target, Protect = protect }, options.ForComponent)
        );

        (options["Namespace pay"].Protect ?? false).ShouldBe(protect);
        (options["NetworkPolicy pay/default-deny"].Protect ?? false).ShouldBeFalse();
    }
}
