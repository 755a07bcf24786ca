using Google.Protobuf;
using Pulumirpc;

namespace Pulumi;

/// <summary>Calls an error hook when the engine asks; an exception becomes an answer.</summary>
internal sealed class ErrorHookCallbackAdapter(Deployment deployment, ErrorHook hook)
{
    public async Task<IMessage> InvokeAsync(ByteString payload, CancellationToken cancellationToken)
    {
        deployment.MakeCurrent();
        var request = ErrorHookRequest.Parser.ParseFrom(payload);
        var args = new ErrorHookArgs(
            request.Urn,
            request.Id,
            request.Name,
            request.Type,
            CallbackValues.ReadOptional(request.NewInputs),
            CallbackValues.ReadOptional(request.OldInputs),
            CallbackValues.ReadOptional(request.OldOutputs),
            request.FailedOperation,
            request.Errors.ToList()
        );
        try
        {
            return new ErrorHookResponse { Retry = await hook.Callback(args, cancellationToken).ConfigureAwait(false) };
        }
        catch (Exception exception)
        {
            return new ErrorHookResponse { Error = exception.Message };
        }
    }
}
