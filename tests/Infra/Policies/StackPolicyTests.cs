using Infra.Tests.Stacks;

namespace Infra.Tests.Policies;

public sealed class StackPolicyTests
{
    public static TheoryData<string> Stacks => GoldenTests.Stacks;

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_stack_keeps_the_companys_rules(string stack)
    {
        var settings = File.ReadAllText(Repository.PathOf("stacks", $"Pulumi.{stack}.yaml"));
        var report = await PolicyRun.OfAsync(
            () => Environments.Declare(StackSettings.Read(StackFileSource.Document(stack, settings)), preview: true),
            stack
        );
        report.Errors.Select(error => error.Text).ShouldBeEmpty();
        report.Warnings.Select(warning => warning.Text).ShouldBeEmpty();
    }
}
