using System.Globalization;

namespace Components.Values;

/// <summary>Where something was written: a file, and a line and column that count from 1 (0 where unknown).</summary>
/// <param name="File">The path, relative to the repository where that is known.</param>
/// <param name="Line">The line.</param>
/// <param name="Column">The column.</param>
public sealed record Place(string File, int Line = 0, int Column = 0)
{
    /// <summary>A place in a source file, as the compiler's caller attributes give it.</summary>
    public static Place Source(string file, int line)
    {
        ArgumentNullException.ThrowIfNull(file);
        var folder = Path.GetFileName(Path.GetDirectoryName(file));
        var name = Path.GetFileName(file);
        return new(string.IsNullOrEmpty(folder) ? name : $"{folder}/{name}", line);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        (Line, Column) switch
        {
            (0, _) => File,
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}"),
        };
}
