using Google.Protobuf;
using Pulumirpc;

namespace Pulumi;

/// <summary>Calls a hook when the engine asks; an exception becomes an answer.</summary>
internal sealed class ResourceHookCallbackAdapter(Deployment deployment, ResourceHook hook)
{
    public async Task<IMessage> InvokeAsync(ByteString payload, CancellationToken cancellationToken)
    {
        deployment.MakeCurrent();
        var request = ResourceHookRequest.Parser.ParseFrom(payload);
        var args = new ResourceHookArgs(
            request.Urn,
            request.Id,
            request.Name,
            request.Type,
            CallbackValues.ReadOptional(request.NewInputs),
            CallbackValues.ReadOptional(request.OldInputs),
            CallbackValues.ReadOptional(request.NewOutputs),
            CallbackValues.ReadOptional(request.OldOutputs)
        );
        try
        {
            await hook.Callback(args, cancellationToken).ConfigureAwait(false);
            return new ResourceHookResponse();
        }
        catch (Exception exception)
        {
            return new ResourceHookResponse { Error = exception.Message };
        }
    }
}
