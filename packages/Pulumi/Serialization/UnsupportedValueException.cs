namespace Pulumi.Serialization;

/// <summary>A value that has no form on the wire. The path is put together while the exception passes the objects that hold the
/// value.</summary>
internal sealed class UnsupportedValueException(string problem) : Exception
{
    private string _path = "";

    public override string Message => _path.Length == 0 ? problem : $"{_path}: {problem}";

    /// <summary>An exception filter: notes the position and lets the exception pass.</summary>
    public bool Passing(string key)
    {
        _path = _path.Length == 0 || _path[0] == '[' ? key + _path : $"{key}.{_path}";
        return false;
    }

    public bool Passing(int index) => Passing($"[{index}]");
}
