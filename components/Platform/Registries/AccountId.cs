namespace Components.Platform;

/// <summary>Numbers of AWS accounts.</summary>
public static class AccountId
{
    /// <summary>Takes a number of twelve digits.</summary>
    /// <exception cref="FormatException">It is none; also when YAML took it for a number and dropped a leading 0.</exception>
    public static string Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 12 && text.All(char.IsAsciiDigit)
            ? text
            : throw new FormatException($"'{text}' is no AWS account. Write its 12 digits in quotes, such as \"111122223333\".");
    }
}
