using System.Text.RegularExpressions;
using Components.Values;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Components.Pods;

/// <summary>Renders a container.</summary>
internal static partial class ContainerTemplate
{
    /// <summary>Renders a container.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="settings">What the call site says.</param>
    /// <param name="env">Its variables.</param>
    /// <param name="image">The image with its version.</param>
    /// <param name="optOuts">Protections that the pod gives up.</param>
    /// <param name="pause">For how long it goes on serving after its end was decided.</param>
    public static ContainerArgs Render(
        string name,
        ContainerSettings settings,
        IEnumerable<KeyValuePair<string, EnvValue>> env,
        Input<string> image,
        IReadOnlyList<OptOut> optOuts,
        TimeSpan pause
    )
    {
        var container = new ContainerArgs
        {
            Name = name,
            Image = image,
            Resources = Resources(settings.Cpu, settings.Memory),
            SecurityContext = SecurityContexts.ForContainer(optOuts),
            TerminationMessagePolicy = "FallbackToLogsOnError",
        };
        if (settings.Command.Count > 0)
        {
            container.Command = settings.Command.ToArray();
        }

        if (settings.Arguments.Count > 0)
        {
            container.Args = settings.Arguments.ToArray();
        }

        foreach (var (variable, value) in env)
        {
            container.Env.Add(value.Render(CheckVariable(name, variable)));
        }

        foreach (var mount in Mounts(name, settings))
        {
            container.VolumeMounts.Add(mount);
        }

        AddHooks(container, settings, pause);
        return container;
    }

    /// <summary>Renders a container before or beside the workload's own.</summary>
    public static ContainerArgs Companion(Container container, IReadOnlyList<OptOut> optOuts, TimeSpan pause)
    {
        var rendered = Render(container.Name, container, container.Env, container.Image.Reference(null), optOuts, pause);
        if (container.Health is { } health)
        {
            AddProbes(rendered, health, container.Port);
        }

        return rendered;
    }

    public static void AddProbes(ContainerArgs container, Health health, Port? port)
    {
        container.ReadinessProbe = health.Readiness?.Render(port)!;
        container.LivenessProbe = health.Liveness?.Render(port)!;
        container.StartupProbe = health.Startup?.Render(port)!;
    }

    /// <summary>The volumes that the container's files and writable folders need.</summary>
    public static IEnumerable<(string Name, VolumeArgs Volume)> Volumes(string name, ContainerSettings settings, RunAs? runAs) =>
        settings
            .Files.Select(files => (files.VolumeName, files.Volume(runAs)))
            .Concat(settings.Volumes.Select(mount => (mount.Volume.Name, mount.Volume.Render())))
            .Concat(
                settings
                    .Writable.Select(path => WritableName(name, path))
                    .Select(volume => (volume, new VolumeArgs { Name = volume, EmptyDir = new EmptyDirVolumeSourceArgs() }))
            );

    private static IEnumerable<VolumeMountArgs> Mounts(string name, ContainerSettings settings) =>
        settings
            .Files.Select(files => files.Mount())
            .Concat(
                settings.Volumes.Select(mount => new VolumeMountArgs
                {
                    Name = mount.Volume.Name,
                    MountPath = mount.Path,
                    ReadOnly = mount.ReadOnly ? true : null!,
                })
            )
            .Concat(
                settings.Writable.Select(path => new VolumeMountArgs
                {
                    Name = WritableName(name, path),
                    MountPath = AbsolutePath.Check(path, "a writable folder is"),
                })
            );

    private static void AddHooks(ContainerArgs container, ContainerSettings settings, TimeSpan pause)
    {
        var lifecycle = new LifecycleArgs { PostStart = settings.PostStart?.Render(TimeSpan.Zero)! };
        if (settings.PreStop is { } hook)
        {
            lifecycle.PreStop = hook.Render(pause);
        }
        else if (pause > TimeSpan.Zero)
        {
            lifecycle.PreStop = Hook.Pause(pause);
        }

        if (settings.PostStart is not null || lifecycle.PreStop is not null)
        {
            container.Lifecycle = lifecycle;
        }
    }

    private static string WritableName(string container, string path)
    {
        var name = $"{container}-{AbsolutePath.Slug(path)}";
        return name.Length > 63 ? name[^63..].TrimStart('-') : name;
    }

    private static ResourceRequirementsArgs Resources(CpuRange cpu, MemoryRange memory)
    {
        var resources = new ResourceRequirementsArgs
        {
            Requests = { ["cpu"] = cpu.Request.ToString(), ["memory"] = memory.Request.ToString() },
            Limits = { ["memory"] = memory.Limit.ToString() },
        };
        if (cpu.Limit is { } limit)
        {
            resources.Limits["cpu"] = limit.ToString();
        }

        return resources;
    }

    private static string CheckVariable(string container, string variable) =>
        Variable().IsMatch(variable)
            ? variable
            : ProblemCollection.Refuse(
                $"{container}: environment variable '{variable}' cannot be used. Letters, digits and '_' are allowed, no digit first.",
                "REFUSED"
            );

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
