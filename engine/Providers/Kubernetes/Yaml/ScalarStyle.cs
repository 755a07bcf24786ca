namespace Engine.Providers.Kubernetes.Yaml;

internal enum ScalarStyle
{
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Literal,
}
