using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Stacks;

/// <summary>Runs a program on mocks, and shows each resource with its arguments and options as it is registered.</summary>
internal sealed class ObservedStack : Stack
{
    private static readonly AsyncLocal<(ResourceTransformation Observe, Action Program)> s_current = new();

    public ObservedStack()
        : base(new StackOptions { ResourceTransformations = { s_current.Value.Observe } }) => s_current.Value.Program();

    /// <summary>Declares the resources of a stack with the settings of its file, as an update would.</summary>
    public static Task RunAsync(string stack, string settings, IMocks mocks, ResourceTransformation observe)
    {
        s_current.Value = (observe, () =>
            Environments.Declare(StackSettings.Read(StackFileSource.Document(stack, settings)), preview: true)
        );
        return Deployment.TestAsync<ObservedStack>(
            mocks,
            new TestOptions
            {
                ProjectName = "infra",
                StackName = stack,
                IsPreview = false,
                RootDirectory = Repository.Root,
            }
        );
    }
}
