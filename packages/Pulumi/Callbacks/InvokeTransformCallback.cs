using Google.Protobuf;
using Pulumirpc;

namespace Pulumi;

/// <summary>Calls a transform of function calls when the engine asks.</summary>
internal sealed class InvokeTransformCallback(Deployment deployment, InvokeTransform transform)
{
    public async Task<IMessage> InvokeAsync(ByteString payload, CancellationToken cancellationToken)
    {
        deployment.MakeCurrent();
        var request = TransformInvokeRequest.Parser.ParseFrom(payload);
        var given = CallbackValues.Read(request.Args);
        var options = new InvokeOptions
        {
            Provider = string.IsNullOrEmpty(request.Options?.Provider) ? null : new DependencyProviderResource(request.Options.Provider),
            Version = Text(request.Options?.Version),
            PluginDownloadURL = Text(request.Options?.PluginDownloadUrl),
        };
        if (await transform(new(request.Token, given, options), cancellationToken).ConfigureAwait(false) is not { } result)
            return new TransformInvokeResponse();
        var answer = new TransformInvokeOptions
        {
            Provider = result.Options.Provider is null ? "" : await result.Options.Provider.ReferenceAsync().ConfigureAwait(false),
            Version = result.Options.Version ?? "",
            PluginDownloadUrl = result.Options.PluginDownloadURL ?? "",
        };
        if (request.Options is not null)
            answer.PluginChecksums.Add(request.Options.PluginChecksums);
        return new TransformInvokeResponse
        {
            Args = await CallbackValues.WriteAsync(given, result.Args, request.Args).ConfigureAwait(false),
            Options = answer,
        };
    }

    private static string? Text(string? given) => string.IsNullOrEmpty(given) ? null : given;
}
