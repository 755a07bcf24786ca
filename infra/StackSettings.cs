using Components.Rollouts;
using Components.Settings;
using Pulumi;
namespace Infra;

/// <summary>The settings of a stack: what differs between environments. They are read all at once, with all mistakes.</summary>
public sealed class StackSettings
{
    private const string Space = "platform";
    private static readonly string[] s_keys = ["target", "cluster", "domain", "teams", "protect", "registry", "releases"];

    private StackSettings(SettingsDocument document)
    {
        ReadTarget(document);
        Domain = document.Find($"{Space}:domain") is { } domain ? DomainSettings.Read(domain) : null;
        Teams = TeamSettings.Read(document.Find($"{Space}:teams"));
        Protect = document.Find($"{Space}:protect")?.Truth() ?? false;
        Registry = document.Require($"{Space}:registry", "  " + RegistrySettings.Example) is { } registry
            ? new Registry(RegistrySettings.Read(registry) with { Protect = Protect })
            : null!;
        Releases = Releases.Read(document, $"{Space}:releases");
        Secrets = new StackSecrets(document);
        document.RefuseUnknown(Space, s_keys, project: "infra");
        document.ThrowIfWrong();
    }

    /// <summary>Where workloads go, when that exists; null when a cluster is made.</summary>
    public TargetSettings? Target { get; private set; }

    /// <summary>The cluster to make; null when there is a target.</summary>
    public ClusterSettings? Cluster { get; private set; }

    /// <summary>The account and region of the cluster to make.</summary>
    public AwsAccount? Account { get; private set; }

    /// <summary>The stack's domain, if it has one.</summary>
    public DomainArgs? Domain { get; }

    /// <summary>The teams, by name.</summary>
    public IReadOnlyDictionary<string, Team> Teams { get; }

    /// <summary>Whether the cluster and what it needs can be deleted only after this is taken back.</summary>
    public bool Protect { get; }

    /// <summary>Where images are kept.</summary>
    public Registry Registry { get; }

    /// <summary>Which versions, how many, how far rolled out.</summary>
    public Releases Releases { get; }

    /// <summary>The stack's secrets.</summary>
    public StackSecrets Secrets { get; }

    /// <summary>Reads the settings of the stack that runs.</summary>
    public static StackSettings Load() => Read(new SettingsDocument(
        new PulumiConfigSource(), SettingsFile.Find(Deployment.Instance.RootDirectory, Deployment.Instance.StackName)));

    /// <summary>Reads settings.</summary>
    /// <exception cref="Components.Problems.ProblemsException">With all mistakes.</exception>
    public static StackSettings Read(SettingsDocument document) => new(document);

    private void ReadTarget(SettingsDocument document)
    {
        if (document.Find($"{Space}:cluster") is not { } cluster)
        {
            Target = TargetSettings.Read(document.Require($"{Space}:target", $"  {Space}:target: {{ folder: ../rendered/local }}   # or " +
            $"{Space}:cluster, to make one"));
            return;
        }

        Account = AwsAccount.Read(document);
        Cluster = ClusterSettings.Read(cluster);
        document.Find($"{Space}:target")?.Refuse($"has no meaning beside {Space}:cluster", "Workloads go to the cluster that is made: " +
        "take one of the two out.");
    }
}
