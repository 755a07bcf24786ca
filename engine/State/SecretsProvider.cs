namespace Engine.State;

/// <summary>How the state's secrets are encrypted, for example type <c>passphrase</c> with a salt in the (JSON) state.</summary>
internal sealed record SecretsProvider(string Type, string? StateJson);
