using Components.Rollouts;
using Components.Settings;
using Components.Targets;
using Pulumi;

namespace Infra;

/// <summary>The settings of a stack: what differs between environments. They are read all at once, with all mistakes.</summary>
public sealed class StackSettings
{
    private const string Space = "platform";
    private static readonly string[] s_keys = ["target", "registry", "releases"];

    private StackSettings(SettingsDocument document)
    {
        Target = TargetSettings.Read(document.Require($"{Space}:target", $"  {Space}:target: {{ folder: ../rendered/local }}"))!;
        Registry = document.Require($"{Space}:registry", "  " + RegistrySettings.Example) is { } registry ? RegistrySettings.Read(registry) : null!;
        Releases = Releases.Read(document, $"{Space}:releases");
        Secrets = new StackSecrets(document);
        document.RefuseUnknown(Space, s_keys, project: "infra");
        document.ThrowIfWrong();
    }

    /// <summary>Where workloads go.</summary>
    public TargetSettings Target { get; }

    /// <summary>Where images are kept.</summary>
    public RegistryArgs Registry { get; }

    /// <summary>Which versions, how many, how far rolled out.</summary>
    public Releases Releases { get; }

    /// <summary>The stack's secrets.</summary>
    public StackSecrets Secrets { get; }

    /// <summary>Reads the settings of the stack that runs.</summary>
    public static StackSettings Load() => Read(new SettingsDocument(
        new PulumiConfigSource(), StackFile.Find(Deployment.Instance.RootDirectory, Deployment.Instance.StackName)));

    /// <summary>Reads settings.</summary>
    /// <exception cref="Components.Problems.ProblemsException">With all mistakes.</exception>
    public static StackSettings Read(SettingsDocument document) => new(document);
}
