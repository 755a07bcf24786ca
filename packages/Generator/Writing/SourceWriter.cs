using System.Text;

namespace Pulumi.Generator.Writing;

/// <summary>Source text with indentation by block.</summary>
public sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', _depth * 4).Append(line);
        }

        _text.Append('\n');
    }

    /// <summary>A head line, then a block in braces until the result is disposed.</summary>
    /// <param name="tail">Follows the closing brace.</param>
    public Block Open(string head, string tail = "")
    {
        Line(head);
        Line("{");
        _depth++;
        return new Block(this, tail);
    }

    public override string ToString() => _text.ToString();

    public readonly struct Block(SourceWriter writer, string tail) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            writer.Line("}" + tail);
        }
    }
}
