namespace Components.Values;

/// <summary>How much memory a container is sure to get, and at how much it is killed. There is always a limit: a leak must not take the
/// node along.</summary>
public sealed record MemoryRange
{
    private MemoryRange(Memory request, Memory limit) => (Request, Limit) = (request, limit);

    /// <summary>What the scheduler sets aside.</summary>
    public Memory Request { get; }

    /// <summary>Where the container is killed.</summary>
    public Memory Limit { get; }

    /// <summary>Request and limit alike.</summary>
    public static implicit operator MemoryRange(Memory amount) => FromMemory(amount);

    /// <summary>Request and limit alike.</summary>
    public static MemoryRange FromMemory(Memory amount) => new(amount, amount);

    internal static MemoryRange Between(Memory request, Memory limit) =>
        limit.Bytes >= request.Bytes || limit == default
            ? new(request, limit)
            : ProblemCollection.Refuse(
                $"memory limit {limit} is below the request {request}. A container may always use what it requested: raise the limit to "
                    + $"{request} or more.",
                new MemoryRange(request, request)
            );
}
