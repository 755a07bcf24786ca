namespace Engine.Contract;

internal enum Severity
{
    Debug,
    Info,
    Warning,
    Error,
}
