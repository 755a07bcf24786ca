using System.Security.Cryptography;
using System.Text;

namespace Components.Identity;

/// <summary>
/// Names of IAM roles. They cannot hold a <c>/</c>, and have 64 characters, of which Pulumi takes eight to make them unique: any other is
/// refused by AWS, in the middle of a deployment.
/// </summary>
internal static class IamName
{
    private const int Longest = 56;
    private const int Hash = 8;

    /// <summary>The name for what is called <paramref name="name"/> in the program: <c>shop/orders</c> becomes
    /// <c>shop.orders</c>.</summary>
    public static string Of(string name)
    {
        var allowed = name.Replace('/', '.');
        return allowed.Length <= Longest
            ? allowed
            : $"{allowed[..(Longest - Hash - 1)]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..Hash]}";
    }
}
