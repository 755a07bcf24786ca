using Pulumirpc;

namespace Pulumi;

/// <summary>Arguments that a provider refused in a call.</summary>
internal static class InvokeFailures
{
    public static void Check(string token, IReadOnlyCollection<CheckFailure> failures)
    {
        if (failures.Count == 0)
            return;
        var lines = failures.Select(failure => failure.Property.Length == 0 ? failure.Reason : $"{failure.Property}: {failure.Reason}");
        throw new RunException(
            $"The call of {token} was refused by its provider:\n{string.Join("\n", lines.Select(line => $"    {line}"))}"
        );
    }
}
