namespace Components.Policies;

/// <summary>What the rules found.</summary>
/// <param name="Errors">What stops the program, with the resource that it is about.</param>
/// <param name="Warnings">What is let through for now.</param>
public sealed record PolicyReport(IReadOnlyList<PolicyMessage> Errors, IReadOnlyList<PolicyMessage> Warnings)
{
    /// <summary>All resources that the rules were applied to, for sums over them.</summary>
    public IReadOnlyList<RegisteredResource> Resources { get; init; } = [];

    /// <summary>Waivers that something needs, with the days until they end; less than 0 for those that have.</summary>
    public IReadOnlyList<(Waiver Waiver, RegisteredResource Resource, int DaysLeft)> Waivers { get; init; } = [];

    /// <summary>Tells the engine about all of it at once. Errors make the program fail, before it ends but after all is
    /// registered.</summary>
    public void Log()
    {
        foreach (var warning in Warnings)
        {
            Pulumi.Log.Warn(warning.Text, warning.Resource);
        }

        foreach (var error in Errors)
        {
            Pulumi.Log.Error(error.Text, error.Resource);
        }
    }
}
