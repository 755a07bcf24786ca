using System.Collections.Concurrent;
using Pulumirpc;

namespace Pulumi.Testing;

/// <summary>Keeps the errors that a program under test logs.</summary>
internal sealed class MockEngine : IEngine
{
    private readonly ConcurrentQueue<string> _errors = new();

    public IEnumerable<string> Errors => _errors;

    public Task LogAsync(LogRequest request)
    {
        if (request.Severity == LogSeverity.Error)
            _errors.Enqueue(request.Message);
        return Task.CompletedTask;
    }

    public Task RequirePulumiVersionAsync(string range) => Task.CompletedTask;
}
