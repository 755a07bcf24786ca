using Engine.Errors;
using Engine.Values;

namespace Engine.Workspace;

/// <summary>The configuration that the program gets: that of the stack's file, and the defaults that the project declares.</summary>
internal static class StackConfig
{
    /// <returns>By full key.</returns>
    /// <exception cref="UserErrorException">Values are missing, wrong or do not decrypt: all of them, collected.</exception>
    public static IReadOnlyDictionary<string, ConfigValue> Resolve(Project project, StackFile file, string stack, ICrypter crypter)
    {
        var errors = new List<UserError>();
        var values = new Dictionary<string, ConfigValue>(StringComparer.Ordinal);
        foreach (var entry in file.Config.Values)
        {
            try
            {
                values[entry.Key.ToString()] = entry.Resolve(crypter);
            }
            catch (UserErrorException e)
            {
                errors.AddRange(e.Errors);
            }
        }

        foreach (var declaration in ConfigDeclaration.Of(project))
        {
            var key = declaration.Key.ToString();
            if (file.Config.TryGetValue(declaration.Key, out var given))
            {
                if (declaration.Objection(given) is { } objection)
                {
                    errors.Add(new UserError($"{key} {objection}", given.At, $"{declaration.At} declares it."));
                }
            }
            else if (declaration.Default is { } value)
            {
                values[key] = value.Resolve(crypter);
            }
            else if (declaration.IsRequired)
            {
                errors.Add(
                    new UserError(
                        $"stack '{stack}' lacks a value for {key}",
                        declaration.At,
                        $"config set {key} <value>" + (declaration.Description is { } text ? $"   ({text})" : "")
                    )
                );
            }
        }

        return errors.Count == 0 ? values : throw new UserErrorException([.. errors]);
    }
}
