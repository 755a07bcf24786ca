using Components.Data;
using Components.Values;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Components.Pods;

/// <summary>A volume of a pod. Containers of one pod share it by mounting the same one.</summary>
public sealed class Volume
{
    private readonly Func<VolumeArgs> _render;

    private Volume(string name, Func<VolumeArgs> render) => (Name, _render) = (DnsLabel.Parse(name, "volume").Value, render);

    /// <summary>The name in the pod.</summary>
    public string Name { get; }

    /// <summary>Whether only one node can mount it at a time.</summary>
    internal bool IsOfOneNode { get; private init; }

    /// <summary>Whether it is made as a file system of its own, which belongs to root until the kubelet gives it to the pod's
    /// group.</summary>
    internal bool IsClaim { get; private init; }

    /// <summary>Whether it is a path of the node.</summary>
    internal bool IsOfHost { get; private init; }

    /// <summary>Empty at the start of the pod, gone with it.</summary>
    /// <param name="name">The name in the pod.</param>
    /// <param name="limit">Where the pod is evicted; none for what the node has.</param>
    /// <param name="inMemory">Whether it counts as memory of the containers that write to it.</param>
    public static Volume EmptyDir(string name, Memory? limit = null, bool inMemory = false) => new(name, () => new VolumeArgs
            {
                Name = name,
                EmptyDir = new EmptyDirVolumeSourceArgs { SizeLimit = limit?.ToString()!, Medium = inMemory ? "Memory" : null! },
            });

    /// <summary>A claim: what is in it outlives pods.</summary>
    public static Volume Claim(VolumeClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return new(claim.Name, () => new VolumeArgs
            {
                Name = claim.Name,
                PersistentVolumeClaim = new PersistentVolumeClaimVolumeSourceArgs { ClaimName = claim.ObjectName },
            }) { IsClaim = true, IsOfOneNode = claim.Access == VolumeAccess.OneNode };
    }

    /// <summary>Keys of ConfigMaps and Secrets, and fields of the pod, in one folder.</summary>
    /// <param name="name">The name in the pod.</param>
    /// <param name="configs">ConfigMaps, each key a file.</param>
    /// <param name="secrets">Secrets, each key a file.</param>
    /// <param name="fields">Fields of the pod by file name, such as <c>["labels"] = "metadata.labels"</c>.</param>
    public static Volume Projected(
        string name,
        IReadOnlyList<AppConfig>? configs = null,
        IReadOnlyList<AppSecret>? secrets = null,
        IReadOnlyDictionary<string, string>? fields = null
    ) => new(name, () =>
        {
            var sources = new InputList<VolumeProjectionArgs>();
            foreach (var config in configs ?? [])
            {
                sources.Add(new VolumeProjectionArgs { ConfigMap = new ConfigMapProjectionArgs { Name = config.ObjectName } });
            }

            foreach (var secret in secrets ?? [])
            {
                sources.Add(new VolumeProjectionArgs { Secret = new SecretProjectionArgs { Name = secret.ObjectName } });
            }

            if (fields is not null)
            {
                var items = fields
                    .Select(field => new DownwardAPIVolumeFileArgs
                    {
                        Path = field.Key,
                        FieldRef = new ObjectFieldSelectorArgs { FieldPath = field.Value },
                    })
                    .ToArray();
                sources.Add(new VolumeProjectionArgs { DownwardAPI = new DownwardAPIProjectionArgs { Items = items } });
            }

            return new VolumeArgs
            {
                Name = name,
                Projected = new ProjectedVolumeSourceArgs { Sources = sources },
            };
        });

    /// <summary>A path of the node, for agents. Needs <c>OptOut.HostPaths</c>.</summary>
    public static Volume Host(string name, string path)
    {
        var checkedPath = AbsolutePath.Check(path, "a path of the node is");
        return new(name, () => new VolumeArgs
            {
                Name = name,
                HostPath = new HostPathVolumeSourceArgs { Path = checkedPath, Type = "Directory" },
            }) { IsOfHost = true };
    }

    /// <summary>Mounts it for reading and writing.</summary>
    /// <param name="path">The folder in the container.</param>
    public VolumeMount At(string path) => new(this, AbsolutePath.Check(path, "a volume is mounted at"), ReadOnly: false);

    /// <summary>Mounts it for reading.</summary>
    /// <param name="path">The folder in the container.</param>
    public VolumeMount ReadOnlyAt(string path) => new(this, AbsolutePath.Check(path, "a volume is mounted at"), ReadOnly: true);

    internal VolumeArgs Render() => _render();
}
