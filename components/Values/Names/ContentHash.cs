using System.Security.Cryptography;
using System.Text;

namespace Components.Values;

/// <summary>
/// The short hash that ends the names of ConfigMaps and Secrets: other data is another name, so that pods which use the data are rolled,
/// and those that still run keep the old.
/// </summary>
public static class ContentHash
{
    // 40 bits: two versions of one object's data meet by chance once in a million million.
    private const int Bytes = 5;

    /// <summary>The hash of plain data.</summary>
    public static string Of(IReadOnlyDictionary<string, string> data) =>
        Convert.ToHexStringLower(SHA256.HashData(Canonical(data)).AsSpan(0, Bytes));

    /// <summary>The hash of secret data with a key of the stack: without the key nobody can try out short secrets against it.</summary>
    public static string Keyed(IReadOnlyDictionary<string, string> data, string key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Canonical(data)).AsSpan(0, Bytes));

    // Lengths go before the texts, so that no two different dictionaries give the same bytes.
    private static byte[] Canonical(IReadOnlyDictionary<string, string> data)
    {
        ArgumentNullException.ThrowIfNull(data);
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        foreach (var (key, value) in data.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.Write(key);
            writer.Write(value);
        }

        writer.Flush();
        return bytes.ToArray();
    }
}
