namespace Engine.State;

/// <summary>How long an operation may take, in seconds; null leaves it to the provider.</summary>
internal sealed record CustomTimeouts(double? Create, double? Update, double? Delete, double? Read = null);
