namespace Engine.Planning.Registration;

/// <summary>Numbers are those of the wire.</summary>
internal enum RegistrationOutcome
{
    Success = 0,
    Fail = 1,
    Skip = 2,
}
