using System.Collections.Concurrent;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Engine.Server;

/// <summary>
/// Functions of the program that change what it registers, before the engine looks at it. A resource's own come first, then those of its
/// ancestors from the
/// nearest on, then those of the stack.
/// </summary>
internal sealed class Transforms(CallbackChannels callbacks)
{
    private readonly ConcurrentDictionary<string, (IReadOnlyList<Callback> Own, string Parent)> _byUrn = [];
    private readonly ConcurrentQueue<Callback> _ofStack = [];
    private readonly ConcurrentQueue<Callback> _ofInvokes = [];

    public void AddToStack(Callback transform) => _ofStack.Enqueue(transform);

    public void AddToInvokes(Callback transform) => _ofInvokes.Enqueue(transform);

    /// <summary>The request as the transforms leave it; they also apply to what the resource becomes parent of.</summary>
    public async Task<RegisterResourceRequest> ApplyAsync(RegisterResourceRequest request, Urn urn, CancellationToken cancellation)
    {
        if (request.Transforms.Count > 0 || request.Parent.Length > 0)
        {
            _byUrn[urn.Value] = ([.. request.Transforms], request.Parent);
        }

        var chain = new List<Callback>(request.Transforms);
        for (var parent = request.Parent; parent.Length > 0 && _byUrn.TryGetValue(parent, out var inherited); parent = inherited.Parent)
        {
            chain.AddRange(inherited.Own);
        }

        chain.AddRange(_ofStack);
        foreach (var transform in chain)
        {
            var answer = await callbacks.InvokeAsync(transform, TransformMessages.Ask(request), TransformResponse.Parser, cancellation);
            request = TransformMessages.Apply(request, answer);
        }

        return request;
    }

    /// <summary>The function call as the transforms leave it.</summary>
    public async Task<ResourceInvokeRequest> ApplyAsync(ResourceInvokeRequest request, CancellationToken cancellation)
    {
        foreach (var transform in _ofInvokes)
        {
            var ask = new TransformInvokeRequest
            {
                Token = request.Tok,
                Args = request.Args ?? new Struct(),
                Options = new TransformInvokeOptions
                {
                    Provider = request.Provider,
                    PluginDownloadUrl = request.PluginDownloadURL,
                    Version = request.Version,
                },
            };
            var answer = await callbacks.InvokeAsync(transform, ask, TransformInvokeResponse.Parser, cancellation);
            request = request.Clone();
            request.Args = answer.Args ?? request.Args;
            if (answer.Options is { } options)
            {
                (request.Provider, request.PluginDownloadURL, request.Version) = (
                    options.Provider,
                    options.PluginDownloadUrl,
                    options.Version
                );
            }
        }

        return request;
    }
}
