using System.Globalization;

namespace Components.Values;

/// <summary>A TCP or UDP port, 1 to 65535.</summary>
public readonly record struct Port
{
    private Port(int number) => Number = number;

    /// <summary>The number.</summary>
    public int Number { get; }

    /// <summary>Whether only root may listen on it, unless the pod's sysctl says otherwise.</summary>
    public bool IsPrivileged => Number < 1024;

    /// <summary>The port of this number.</summary>
    /// <exception cref="FormatException">It is not from 1 to 65535.</exception>
    public static implicit operator Port(int number) => FromInt32(number);

    /// <summary>The port of this number.</summary>
    /// <exception cref="FormatException">It is not from 1 to 65535.</exception>
    public static Port FromInt32(int number) =>
        number is >= 1 and <= 65535
            ? new(number)
            : ProblemCollection.Refuse($"port {number} does not exist. Allowed: 1 to 65535.", new Port(8080));

    /// <inheritdoc/>
    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);
}
