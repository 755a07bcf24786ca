using Engine.Values;

namespace Engine.Contract;

/// <summary>What a provider may use of the engine.</summary>
internal interface IProviderHost
{
    /// <summary>Where the program, and so a plugin, starts from: relative paths in its arguments are relative to it.</summary>
    string ProgramDirectory { get; }

    /// <summary>True when only plans are compared: nothing outside may be asked.</summary>
    bool IsDetached => false;

    /// <summary>Shows a message, of a resource or of the whole update.</summary>
    void Log(Severity severity, string message, Urn? urn = null);

    /// <summary>Shows progress of a resource; it is not kept.</summary>
    void Progress(string message, Urn urn);

    /// <summary>Waits for something outside. Meanwhile another step may run: what is waited for may need it.</summary>
    Task WaitAsync(Func<Task> wait) => wait();
}
