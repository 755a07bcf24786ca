namespace Engine.Planning;

internal enum Severity
{
    Debug,
    Info,
    Warning,
    Error,
}
