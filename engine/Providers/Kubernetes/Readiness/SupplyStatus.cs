using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Providers.Kubernetes.Readiness;

/// <summary>When the kinds that others build on count as ready.</summary>
internal static class SupplyStatus
{
    public static ReadyState Volume(PropertyMap live) =>
        live.Map("status").Text("phase") switch
        {
            "Available" or "Bound" => ReadyState.Ready,
            "Failed" => ReadyState.Failed(live.Map("status").Text("message") ?? "the volume has failed"),
            var phase => ReadyState.Waiting($"phase {phase}"),
        };

    public static ReadyState Quota(PropertyMap live) =>
        ReadyState.When(
            live.Map("status").Get("hard")?.Equals(live.Map("spec").Get("hard")) ?? live.Map("spec").Map("hard").Count == 0,
            "what it allows is not counted yet"
        );

    public static ReadyState TokenSecret(PropertyMap live) =>
        ReadyState.When(live.Map("data").ContainsKey("token"), "the token is not there yet");

    public static ReadyState Definition(PropertyMap live) =>
        live.Condition("NamesAccepted") is { } names && names.Text("status") == "False"
            ? ReadyState.Failed(names.Said())
            : ReadyState.When(live.Holds("Established"), "the API server does not serve the kind yet");

    public static ReadyState Ingress(PropertyMap live) =>
        ReadyState.When(live.Map("status").Map("loadBalancer").Items("ingress").Any(), "no address yet from the controller of its class");
}
