using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Runs a program against mocks.</summary>
internal static class TestRun
{
    public static async Task<ImmutableArray<Resource>> RunAsync(IMocks mocks, TestOptions? options, Func<Stack> makeStack)
    {
        ArgumentNullException.ThrowIfNull(mocks);
        options ??= new();
        var settings = new StackSettings(
            options.ProjectName ?? "project",
            options.StackName ?? "stack",
            options.OrganizationName ?? "organization",
            options.RootDirectory,
            options.IsPreview ?? true,
            // A test gives its program configuration as the engine does.
            EngineEnvironment.ReadConfig(Environment.GetEnvironmentVariable("PULUMI_CONFIG")),
            EngineEnvironment.ReadSecretKeys(Environment.GetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS"))
        );
        var monitor = new MockMonitor(mocks, settings);
        var engine = new MockEngine();
        await ProgramRun.RunAsync(new(settings, monitor, engine), makeStack).ConfigureAwait(false);
        var errors = engine.Errors.Select(message => new RunException(message)).ToArray();
        return errors.Length switch
        {
            0 => [.. monitor.Resources],
            1 => throw errors[0],
            _ => throw new AggregateException("The program logged several errors.", errors),
        };
    }
}
