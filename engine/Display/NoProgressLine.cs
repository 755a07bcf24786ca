using Engine.Values;

namespace Engine.Display;

/// <summary>Where output is no terminal, only what has ended is printed.</summary>
internal sealed class NoProgressLine : IProgressLine
{
    public void Begin(Urn urn, string text) { }

    public void End(Urn urn) { }

    public void Print(Action print) => print();

    public void Dispose() { }
}
