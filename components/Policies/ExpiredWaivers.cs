namespace Components.Policies;

/// <summary>What a waiver whose last day is over does.</summary>
public enum ExpiredWaivers
{
    /// <summary>It still holds, with a warning: an urgent deployment does not stop at midnight.</summary>
    Warn,

    /// <summary>It holds no more: on a pull request, where there is time to renew or remove it.</summary>
    Refuse,
}
