using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Base of all argument classes: properties and fields marked <see cref="InputAttribute"/> are sent.</summary>
public abstract class InputArgs
{
    /// <summary>For derived classes.</summary>
    protected InputArgs() { }

    /// <summary>The members by wire name, null ones included.</summary>
    internal virtual IEnumerable<InputMember> Members() => InputPlan.For(GetType()).Read(this);
}
