using Engine.Values;

namespace Engine.Display;

/// <summary>What is under way, in one line that comes and goes.</summary>
internal interface IProgressLine : IDisposable
{
    /// <summary>Something begins, or gets on.</summary>
    void Begin(Urn urn, string text);

    void End(Urn urn);

    /// <summary>Prints lines that stay, above the one that goes.</summary>
    void Print(Action print);
}
