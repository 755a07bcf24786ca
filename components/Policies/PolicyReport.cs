using Pulumi;

namespace Components.Policies;

/// <summary>What the rules found.</summary>
/// <param name="Errors">What stops the program, with the resource that it is about.</param>
/// <param name="Warnings">What is let through for now.</param>
public sealed record PolicyReport(IReadOnlyList<PolicyMessage> Errors, IReadOnlyList<PolicyMessage> Warnings)
{
    /// <summary>Tells the engine about all of it at once. Errors make the program fail, before it ends but after all is registered.</summary>
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
