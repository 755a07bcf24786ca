namespace Bench;

/// <summary>Times of one phase over all runs, in milliseconds.</summary>
internal sealed class Sample(string phase)
{
    private readonly List<double> times = [];

    public void Add(TimeSpan time) => times.Add(time.TotalMilliseconds);

    public double Median => times.Order().ElementAt(times.Count / 2);

    public override string ToString()
    {
        if (times.Count == 0)
        {
            return $"{phase, -40} not seen";
        }
        var sorted = times.Order().ToList();
        var quantiles = FormattableString.Invariant(
            $"min {sorted[0], 7:0} ms   median {sorted[sorted.Count / 2], 7:0} ms   max {sorted[^1], 7:0} ms"
        );
        return $"{phase, -40} {quantiles}   ({sorted.Count} runs)";
    }
}
