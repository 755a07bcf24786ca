namespace Components.Values;

/// <summary>How much CPU a container is sure to get, and how much it may use.</summary>
public sealed record CpuRange
{
    private CpuRange(Cpu request, Cpu? limit) => (Request, Limit) = (request, limit);

    /// <summary>What the scheduler sets aside.</summary>
    public Cpu Request { get; }

    /// <summary>Where the container is throttled; none lets it use what is idle.</summary>
    public Cpu? Limit { get; }

    /// <summary>A request without a limit.</summary>
    public static implicit operator CpuRange(Cpu request) => FromCpu(request);

    /// <summary>A request without a limit.</summary>
    public static CpuRange FromCpu(Cpu request) => new(request, null);

    internal static CpuRange Between(Cpu request, Cpu limit) =>
        limit.Millicores >= request.Millicores || limit == default
            ? new(request, limit)
            : ProblemCollection.Refuse(
                $"CPU limit {limit} is below the request {request}. A container may always use what it requested: write "
                    + $"{request}.UpTo(at least {request}).",
                new CpuRange(request, request)
            );
}
