using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Engine.Contract;
using Engine.Events;
using Engine.Values;
using Polly;
using Polly.Retry;

namespace Engine.Providers.Kubernetes.Cluster;

/// <summary>Speaks HTTP with an API server. Busy servers and broken connections are tried again; there is no limit of its own: the server's
/// is what counts.</summary>
internal sealed partial class ApiClient : IDisposable
{
    private const string PlainText = "text/plain";
    private static readonly TimeSpan RequestLimit = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http;
    private readonly ResiliencePipeline<HttpResponseMessage> _repeatable;
    private readonly ResiliencePipeline<HttpResponseMessage> _once;

    /// <param name="handler">The way to the server.</param>
    /// <param name="firstPause">Between the first and the second try; it doubles.</param>
    public ApiClient(HttpMessageHandler handler, TimeSpan? firstPause = null)
    {
        _http = new HttpClient(handler) { BaseAddress = new Uri("http://localhost"), Timeout = RequestLimit };
        var pause = firstPause ?? TimeSpan.FromMilliseconds(250);
        var busy = new PredicateBuilder<HttpResponseMessage>().HandleResult(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        _once = Retrying(pause, busy);
        _repeatable = Retrying(
            pause,
            new PredicateBuilder<HttpResponseMessage>()
                .HandleResult(answer => answer.StatusCode == HttpStatusCode.TooManyRequests || IsPassingFault(answer))
                .Handle<HttpRequestException>()
        );
    }

    /// <summary>The object that the server answers with.</summary>
    /// <exception cref="ApiException">The server refuses.</exception>
    /// <exception cref="ClusterUnreachedException">There is no answer.</exception>
    public async Task<PropertyMap> SendAsync(ApiRequest request, CancellationToken cancellation)
    {
        var body = request.Body is { } content ? JsonValues.Text(content.PlainDeep(), null) : null;
        using var answer = await AnswerAsync(request, body, cancellation);
        foreach (var warning in Warnings(answer))
        {
            request.Warned?.Invoke(warning);
        }

        if (IsFromProxy(answer))
        {
            throw new ClusterUnreachedException(Explained((await answer.Content.ReadAsStringAsync(cancellation)).Trim()));
        }

        using var json = await ParsedAsync(answer, cancellation);
        if (answer.IsSuccessStatusCode)
        {
            return JsonValues.ReadMap(json.RootElement, null);
        }

        throw answer.StatusCode == HttpStatusCode.Unauthorized
            ? new ClusterUnreachedException(
                "the API server does not take the kubeconfig's credentials (401 Unauthorized): log in again, or give another kubeconfig"
            )
            : Refusal(answer.StatusCode, JsonValues.ReadMap(json.RootElement, null));
    }

    /// <summary>Reads a stream of events until the server ends it.</summary>
    /// <param name="path">Path and query of a watch.</param>
    /// <param name="told">Called for each event.</param>
    /// <param name="cancellation">Ends the watch.</param>
    /// <exception cref="ApiException">The server does not let it be watched.</exception>
    /// <exception cref="ClusterUnreachedException">The connection broke.</exception>
    public async Task WatchAsync(string path, Action told, CancellationToken cancellation)
    {
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, path);
            message.Headers.Accept.ParseAdd(ApiRequest.Json);
            using var answer = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (!answer.IsSuccessStatusCode)
            {
                throw new ApiException(answer.StatusCode, "", $"HTTP {(int)answer.StatusCode}", []);
            }

            using var events = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellation));
            while (await events.ReadLineAsync(cancellation) is not null)
            {
                told();
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new ClusterUnreachedException($"the connection to the API server broke: {e.Message}", e);
        }
    }

    public void Dispose() => _http.Dispose();

    private static ResiliencePipeline<HttpResponseMessage> Retrying(TimeSpan firstPause, PredicateBuilder<HttpResponseMessage> when) =>
        new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddRetry(
                new RetryStrategyOptions<HttpResponseMessage>
                {
                    MaxRetryAttempts = 5,
                    Delay = firstPause,
                    BackoffType = DelayBackoffType.Exponential,
                    ShouldHandle = when,
                    DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result?.Headers.RetryAfter?.Delta),
                    OnRetry = arguments =>
                    {
                        arguments.Outcome.Result?.Dispose();
                        return default;
                    },
                }
            )
            .Build();

    private async Task<HttpResponseMessage> AnswerAsync(ApiRequest request, string? body, CancellationToken cancellation)
    {
        try
        {
            return await (request.IsRepeatable ? _repeatable : _once).ExecuteAsync(
                async token =>
                {
                    using var message = new HttpRequestMessage(request.Method, request.Path)
                    {
                        Content = body is null ? null : new StringContent(body, Encoding.UTF8, request.ContentType),
                    };
                    message.Headers.Accept.ParseAdd(ApiRequest.Json);
                    return await _http.SendAsync(message, token);
                },
                cancellation
            );
        }
        catch (HttpRequestException e)
        {
            throw new ClusterUnreachedException($"the connection to the API server broke: {e.Message}", e);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new ClusterUnreachedException($"the API server did not answer within {RequestLimit.TotalSeconds} seconds", e);
        }
    }

    // The API server answers in JSON; a proxy between here and there does not.
    private static bool IsFromProxy(HttpResponseMessage answer) =>
        !answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType != ApiRequest.Json;

    private static bool IsPassingFault(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
        || (answer.StatusCode == HttpStatusCode.InternalServerError && answer.Content.Headers.ContentType?.MediaType == PlainText);

    private static IEnumerable<string> Warnings(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Warning", out var values)
            ? values
                .Select(value => WarningText().Match(value))
                .Where(match => match.Success)
                .Select(match => Regex.Unescape(match.Groups[1].Value))
            : [];

    private static async Task<JsonDocument> ParsedAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        try
        {
            return await JsonDocument.ParseAsync(
                await answer.Content.ReadAsStreamAsync(cancellation),
                JsonValues.DocumentOptions,
                cancellation
            );
        }
        catch (JsonException e)
        {
            throw new ClusterUnreachedException($"what answers (HTTP {(int)answer.StatusCode}) is no Kubernetes API server", e);
        }
    }

    private static ApiException Refusal(HttpStatusCode status, PropertyMap content) =>
        new(
            status,
            content.Text("reason") ?? "",
            content.Text("message") ?? $"HTTP {(int)status}",
            [.. content.Map("details").Items("causes").Select(cause => $"{cause.Text("message")}: {cause.Text("field")}")]
        );

    private static string Explained(string text)
    {
        var advice = text switch
        {
            _ when text.Contains("getting credentials", StringComparison.Ordinal) =>
                "the program that the kubeconfig names for credentials failed: log in, or install it",
            _ when text.Contains("x509", StringComparison.Ordinal) =>
                "the kubeconfig does not fit the server's certificate: get the kubeconfig anew",
            _ when text.Contains("no such host", StringComparison.Ordinal) =>
                "check the server's name in the kubeconfig, and the network (VPN)",
            _ => "check that the cluster runs, the server's address in the kubeconfig, and the network (VPN, allowed addresses)",
        };
        return $"the API server is not reached: {text}; {advice}";
    }

    [GeneratedRegex("""^299 \S+ "((?:[^"\\]|\\.)*)""")]
    private static partial Regex WarningText();
}
