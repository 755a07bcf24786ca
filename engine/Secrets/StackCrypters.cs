using System.Collections.Concurrent;
using System.Text.Json;
using Engine.Errors;
using Engine.Masking;
using Engine.State;
using Engine.Values;
using Engine.Workspace;

namespace Engine.Secrets;

/// <summary>
/// Gives the crypters of one stack. Only passphrases can be used here; what another provider encrypted stays unread, which is enough for a
/// preview and not for an
/// update.
/// </summary>
internal sealed class StackCrypters
{
    public const string PassphraseType = "passphrase";

    private readonly string _stack;
    private readonly bool _mayStayUnread;
    private readonly KnownSecrets _known;
    private readonly Func<string?> _ask;
    private readonly ConcurrentDictionary<string, Lazy<ICrypter>> _bySalt = new();

    /// <param name="file">The stack's file.</param>
    /// <param name="stack">Its name.</param>
    /// <param name="mayStayUnread">True in a preview.</param>
    /// <param name="known">Learns what is decrypted.</param>
    /// <param name="ask">Asks for a passphrase in a terminal; null where there is none.</param>
    public StackCrypters(StackFile file, string stack, bool mayStayUnread, KnownSecrets known, Func<string?>? ask = null)
    {
        (_stack, _mayStayUnread, _known, _ask) = (stack, mayStayUnread, known, ask ?? (() => null));
        Type = file.SecretsProvider is null or "" or PassphraseType or "default" ? PassphraseType : file.SecretsProvider.Split("://")[0];
        Salt = Type == PassphraseType ? file.EncryptionSalt : null;
    }

    /// <summary>For example <c>passphrase</c> or <c>awskms</c>.</summary>
    public string Type { get; }

    /// <summary>Null when the stack has none yet.</summary>
    public string? Salt { get; }

    /// <summary>What states and journals of this stack are encrypted with from now on.</summary>
    public SecretsProvider? Provider =>
        Salt is null
            ? null
            : new SecretsProvider(PassphraseType, JsonSerializer.Serialize(new Dictionary<string, string> { ["salt"] = Salt }));

    /// <summary>For the stack's configuration, and for what is written.</summary>
    public ICrypter Crypter => new LearningCrypter(OfStack(), _known.Learn);

    /// <summary>For a state that is read: it says itself what it is encrypted with.</summary>
    public ICrypter For(SecretsProvider? provider) => new LearningCrypter(OfState(provider), _known.LearnJson);

    private ICrypter OfStack() => Salt is { } salt ? BySalt(salt) : Unavailable();

    private ICrypter OfState(SecretsProvider? provider)
    {
        if (provider is null)
        {
            return OfStack();
        }

        if (provider is { Type: PassphraseType, StateJson: { } state })
        {
            using var json = JsonDocument.Parse(state);
            if (json.RootElement.TryGetProperty("salt", out var salt) && salt.GetString() is { } text)
            {
                return BySalt(text);
            }
        }

        return _mayStayUnread ? new UnreadableCrypter() : throw Unusable(provider.Type);
    }

    /// <summary>Unlocks now, where that is needed at all: an update that cannot encrypt its state must not begin.</summary>
    public void RequireUnlocked()
    {
        if (Salt is not { } salt)
        {
            throw Unavailable(thrown: true);
        }

        _ = _bySalt.GetOrAdd(salt, NewEntry).Value;
    }

    private DeferredCrypter BySalt(string salt)
    {
        var entry = _bySalt.GetOrAdd(salt, NewEntry);
        return new DeferredCrypter(() => entry.Value);
    }

    private Lazy<ICrypter> NewEntry(string salt) => new(() => Unlock(salt));

    private ICrypter Unlock(string salt)
    {
        var parsed = EncryptionSalt.TryParse(salt)
            ?? throw new UserErrorException(
                $"the encryptionsalt of stack '{_stack}' is damaged",
                "It must be v1:<salt>:v1:<nonce>:<proof>. Restore the stack's file from version control."
            );
        var given = Passphrase.FromEnvironment();
        foreach (var passphrase in given is null or "" ? [""] : (string[])[given, ""])
        {
            if (parsed.Unlock(passphrase) is { } crypter)
            {
                return crypter;
            }
        }

        if (given is { Length: > 0 })
        {
            throw new UserErrorException($"the passphrase in {Passphrase.Variable} is not that of stack '{_stack}'")
            {
                ConcernsAccess = !_mayStayUnread,
            };
        }

        if (_mayStayUnread)
        {
            return new UnreadableCrypter();
        }

        return _ask() is { } typed && parsed.Unlock(typed) is { } unlocked
            ? unlocked
            : throw new UserErrorException(
                $"the secrets of stack '{_stack}' need its passphrase",
                $"Set {Passphrase.Variable}, or {Passphrase.FileVariable} to a file that holds it. A preview does without."
            )
            {
                ConcernsAccess = true,
            };
    }

    private UnreadableCrypter Unavailable() => _mayStayUnread ? new UnreadableCrypter() : throw Unavailable(thrown: true);

    private UserErrorException Unavailable(bool thrown) =>
        thrown && Type != PassphraseType
            ? Unusable(Type)
            : new UserErrorException(
                $"stack '{_stack}' has no encryptionsalt yet",
                $"stack init {_stack} makes one, with the passphrase in {Passphrase.Variable}."
            )
            {
                ConcernsAccess = true,
            };

    private UserErrorException Unusable(string type) =>
        new(
            $"the secrets of stack '{_stack}' are encrypted with {type}, which the embedded engine cannot use",
            "Use the Pulumi CLI for everything but previews of this stack: it has the access that the key asks for."
        )
        {
            ConcernsAccess = true,
        };
}
