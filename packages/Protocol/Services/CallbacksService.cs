using Pulumirpc;

namespace Pulumi.Protocol;

/// <summary>Functions of the program that the engine calls back: transforms and hooks.</summary>
public static class CallbacksService
{
    public static readonly UnaryMethod<CallbackInvokeRequest, CallbackInvokeResponse> Invoke = new("pulumirpc.Callbacks", nameof(Invoke));
}
