using System.Globalization;
using Components.Values;

namespace Components.Pods;

/// <summary>The user and group that a container's processes run as, by number.</summary>
public sealed record RunAs
{
    private RunAs(int user, int group) => (UserId, GroupId) = (user, group);

    /// <summary>The user.</summary>
    public int UserId { get; }

    /// <summary>The group, which also owns the pod's volumes.</summary>
    public int GroupId { get; }

    /// <summary>The user and group of this number.</summary>
    public static implicit operator RunAs(int user) => FromInt32(user);

    /// <summary>The user and group of this number.</summary>
    public static RunAs FromInt32(int user) => User(user, user);

    /// <summary>A user and a group.</summary>
    /// <exception cref="FormatException">Root, or no number of a user.</exception>
    public static RunAs User(int user, int group) =>
        user is > 0 && group is >= 0
            ? new(user, group)
            : ProblemCollection.Refuse(
                $"user {user.ToString(CultureInfo.InvariantCulture)}:{group.ToString(CultureInfo.InvariantCulture)} cannot be used. "
                    + $"Allowed: a user from 1; for root write OptOuts = [OptOut.RootUser(reason)].",
                new RunAs(1000, 1000)
            );
}
