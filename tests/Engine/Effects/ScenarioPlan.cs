using Engine.Events;
using Engine.Providers.Kubernetes;
using Engine.State;
using Engine.Values;

namespace Engine.Tests.Effects;

/// <summary>The steps between two stacks, with what the Kubernetes provider calls a replacement.</summary>
internal static class ScenarioPlan
{
    private static readonly Dictionary<string, string> s_groups = new()
    {
        ["Deployment"] = "apps/v1",
        ["StatefulSet"] = "apps/v1",
        ["DaemonSet"] = "apps/v1",
        ["Job"] = "batch/v1",
        ["CronJob"] = "batch/v1",
        ["Ingress"] = "networking.k8s.io/v1",
        ["NetworkPolicy"] = "networking.k8s.io/v1",
        ["HTTPRoute"] = "gateway.networking.k8s.io/v1",
        ["HorizontalPodAutoscaler"] = "autoscaling/v2",
        ["PodDisruptionBudget"] = "policy/v1",
        ["StorageClass"] = "storage.k8s.io/v1",
        ["RoleBinding"] = "rbac.authorization.k8s.io/v1",
        ["CustomResourceDefinition"] = "apiextensions.k8s.io/v1",
        ["NodePool"] = "karpenter.sh/v1",
        ["Widget"] = "example.com/v1",
    };

    public static IEnumerable<StepDescription> Steps(PropertyMap was, PropertyMap now)
    {
        var (before, after) = (States(was), States(now));
        foreach (var component in before.Values.Concat(after.Values).Select(state => state.Parent).OfType<Urn>().Distinct())
        {
            var state = new ResourceState
            {
                Urn = component,
                Type = component.Type,
                Custom = false,
            };
            var (old, next) = (before.Values.Any(s => s.Parent == component), after.Values.Any(s => s.Parent == component));
            yield return new StepDescription(
                old
                    ? next
                        ? StepOp.Same
                        : StepOp.Delete
                    : StepOp.Create,
                component,
                component.Type,
                old ? state : null,
                next ? state : null
            );
        }

        foreach (var urn in before.Keys.Union(after.Keys))
        {
            var (old, next) = (before.GetValueOrDefault(urn), after.GetValueOrDefault(urn));
            var replaces = old is null || next is null ? [] : Replaces(old, next, now);
            yield return new StepDescription(Op(old, next, replaces.Count > 0), urn, urn.Type, old, next) { ReplaceKeys = replaces };
        }
    }

    /// <summary>For example <c>WebService shop/auth</c>.</summary>
    public static Urn Component(string text) =>
        Urn.Create("prod", "infra", null, $"components:workloads:{text.Split(' ')[0]}", text.Split(' ')[1]);

    private static StepOp Op(ResourceState? old, ResourceState? next, bool isReplaced) =>
        (old, next) switch
        {
            (null, _) => StepOp.Create,
            (_, null) => StepOp.Delete,
            _ when isReplaced => StepOp.Replace,
            _ => old.Inputs.Equals(next.Inputs) ? StepOp.Same : StepOp.Update,
        };

    private static List<string> Replaces(ResourceState old, ResourceState next, PropertyMap now)
    {
        var diffs = StructuralDiff.Of(old.Inputs, next.Inputs).Select(diff => diff.Path).ToList();
        var forced = now.Values.OfType<PropertyMap>().Select(item => item.GetText("replace")).OfType<string>();
        return ObjectKind.Of(next.Type) is { } kind && next.Type.StartsWith("kubernetes:", StringComparison.Ordinal)
            ?
            [
                .. diffs
                    .Where(path => ImmutableFields.Of(kind, dataIsMutable: false).Covers([.. path.Segments.Select(s => s.Key ?? "*")]))
                    .Select(path => path.ToString()),
            ]
            : [.. diffs.Select(path => path.ToString()).Intersect(forced)];
    }

    private static Dictionary<Urn, ResourceState> States(PropertyMap stack) =>
        stack.Select(item => State(item.Key, (PropertyMap)item.Value)).ToDictionary(state => state.Urn);

    private static ResourceState State(string title, PropertyMap item)
    {
        var (kind, name) = (title.Split(' ')[0], title.Split(' ')[1]);
        var isObject = !kind.Contains(':', StringComparison.Ordinal);
        var type = isObject ? $"kubernetes:{s_groups.GetValueOrDefault(kind, "core/v1")}:{kind}" : kind;
        Urn? parent = item.GetText("in") is { } component ? Component(component) : null;
        string[] own = ["in", "as", "protect", "retain", "replace"];
        var inputs = new PropertyMap(item.Where(field => !own.Contains(field.Key)));
        return new ResourceState
        {
            Urn = Urn.Create("prod", "infra", parent, type, item.GetText("as") ?? name),
            Type = type,
            Custom = true,
            Parent = parent,
            Protect = item.ContainsKey("protect"),
            RetainOnDelete = item.ContainsKey("retain"),
            Inputs = isObject
                ? inputs.With("metadata", Metadata(name, inputs.Get("metadata") as PropertyMap ?? PropertyMap.Empty))
                : inputs,
        };
    }

    private static PropertyMap Metadata(string name, PropertyMap given)
    {
        var parts = name.Split('/');
        var metadata = given.ContainsKey("name") ? given : given.With("name", parts[^1]);
        return parts.Length > 1 ? metadata.With("namespace", parts[0]) : metadata;
    }
}
