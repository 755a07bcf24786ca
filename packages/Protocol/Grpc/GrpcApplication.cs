using Grpc.Core;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Pulumi.Protocol;

/// <summary>What Kestrel calls per request: finds the method, runs it under the caller's deadline, writes message and status.</summary>
internal sealed class GrpcApplication(IReadOnlyDictionary<string, UnaryHandler> handlers, CancellationToken stopping)
    : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception) { }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Method != HttpMethods.Post || request.ContentType?.StartsWith("application/grpc", StringComparison.Ordinal) != true)
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }
        context.Response.ContentType = "application/grpc";
        try
        {
            var frame = MessageFrame.Write(await AnswerAsync(context).ConfigureAwait(false));
            context.Response.DeclareTrailer(StatusMetadata.Status);
            await context.Response.Body.WriteAsync(frame, context.RequestAborted).ConfigureAwait(false);
            context.Response.AppendTrailer(StatusMetadata.Status, "0");
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody listens any more, whatever the handler made of it.
        }
        catch (RpcException e)
        {
            Fail(context, e);
        }
    }

    private async Task<Google.Protobuf.IMessage> AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        if (!handlers.TryGetValue(request.Path.Value ?? "", out var handler))
        {
            throw Error(StatusCode.Unimplemented, $"unknown method {request.Path.Value}");
        }
        var encoding = request.Headers["grpc-encoding"].ToString();
        if (encoding is not ("" or "identity"))
        {
            context.Response.Headers["grpc-accept-encoding"] = "identity";
            throw Error(StatusCode.Unimplemented, $"grpc-encoding '{encoding}' is not supported; allowed: identity");
        }
        using var call = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        using var deadline = new CancellationTokenSource();
        if (GrpcTimeout.Parse(request.Headers[GrpcTimeout.Header]) is { } timeout)
        {
            deadline.CancelAfter(timeout);
        }
        try
        {
            return await handler(request.Body, call.Token).WaitAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (Exception e)
            when (deadline.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested && e is not RpcException)
        {
            // The caller is answered even if the handler does not listen to its token.
            await call.CancelAsync().ConfigureAwait(false);
            throw Error(StatusCode.DeadlineExceeded, $"{request.Path.Value} did not end before its deadline");
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            throw Error(StatusCode.Unavailable, "the server is shutting down");
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw Error(StatusCode.Unknown, e.Message);
        }
    }

    // No message was written yet, so the status goes out as headers alone.
    private static void Fail(HttpContext context, RpcException error)
    {
        foreach (var (name, value) in StatusMetadata.Fields(error))
        {
            context.Response.Headers[name] = value;
        }
    }

    private static RpcException Error(StatusCode code, string detail) => new(new Status(code, detail));
}
