using System.Diagnostics;
using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Rollouts;

/// <summary>Watches a cluster with <c>kubectl</c>, a process for each kind, and keeps every state of every object, in order.</summary>
internal sealed class ClusterRecorder : IDisposable
{
    private static readonly string[] s_kinds = ["pods", "endpointslices", "deployments", "services", "ingresses"];
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly List<ClusterEvent> _events = [];
    private readonly List<Process> _watches;
    private readonly long _start;

    /// <param name="cluster">The cluster; all that matters is there and quiet.</param>
    public ClusterRecorder(LocalCluster cluster)
    {
        _watches = [.. s_kinds.Select(kind => Watch(cluster, kind))];
        _start = Revision(cluster);

        // Each watch lists what there is first.
        var listed = JsonNode.Parse(
            cluster.Kubectl("get", string.Join(',', s_kinds), "--all-namespaces", "-o", "json").ShouldSucceed().Output
        )!["items"]!
            .AsArray()
            .Count;
        WaitFor(moment => moment.Objects.Count >= listed, "the recorder has seen what there is");
    }

    /// <summary>What happened until now.</summary>
    public IReadOnlyList<ClusterMoment> Moments
    {
        get
        {
            lock (_events)
            {
                return Recording.Moments(_events, _start);
            }
        }
    }

    /// <summary>Waits until it has come to something, and tells the moment.</summary>
    public ClusterMoment WaitFor(Func<ClusterMoment, bool> reached, string what)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < s_patience; Thread.Sleep(200))
        {
            if (Moments[^1] is var now && reached(now))
            {
                return now;
            }
        }

        throw new TimeoutException($"Not seen in {s_patience.TotalSeconds} s: {what}");
    }

    public void Dispose()
    {
        foreach (var watch in _watches)
        {
            watch.Kill();
            watch.WaitForExit();
            watch.Dispose();
        }
    }

    private Process Watch(LocalCluster cluster, string kind)
    {
        var watch = cluster.StartKubectl("get", kind, "--all-namespaces", "--watch", "--output-watch-events", "-o", "json");
        watch.StandardInput.Close();
        watch.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } json)
            {
                var change = ClusterEvent.Read(json);
                lock (_events)
                {
                    _events.Add(change);
                }
            }
        };
        watch.BeginOutputReadLine();
        watch.BeginErrorReadLine();
        return watch;
    }

    private static long Revision(LocalCluster cluster)
    {
        var list = cluster.Kubectl("get", "--raw", "/api/v1/namespaces?limit=1").ShouldSucceed().Output;
        return long.Parse(
            (string)JsonNode.Parse(list)!["metadata"]!["resourceVersion"]!,
            System.Globalization.CultureInfo.InvariantCulture
        );
    }
}
