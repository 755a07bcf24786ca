namespace Engine.Planning;

/// <summary>The program asked for what cannot be, for example the same resource twice. The update ends.</summary>
internal sealed class RegistrationRefusedException(string message) : Exception(message);
