using Engine.Errors;
using Engine.Secrets;
using Engine.State;

namespace Engine.Backend;

/// <summary>The state of one stack in a folder. Reading needs no lock; what writes is called under one.</summary>
internal sealed class StackStore(StackPaths paths, TimeProvider time)
{
    public StackPaths Paths { get; } = paths;

    public bool Exists =>
        File.Exists(Paths.Checkpoint)
        || File.Exists(Paths.CompressedCheckpoint)
        || File.Exists(Paths.ZstandardCheckpoint)
        || File.Exists(Paths.Journal);

    /// <exception cref="UserErrorException">The state is damaged, or a killed run's journal does not continue it.</exception>
    public StoredState Load(StackCrypters secrets)
    {
        var file = CheckpointFile.Load(Paths);
        var provider = file.Deployment is { } deployment ? DeploymentJson.ReadSecretsProvider(deployment) : null;
        var snapshot = file.Deployment is null ? Snapshot.Empty : file.Read(secrets.For(provider));
        var journal = JournalFile.Load(Paths.Journal);
        if (journal is null || journal.Lines.Count == 0 || journal.SealedAs == file.Hash)
        {
            return new StoredState(snapshot, file.Hash, WasRecovered: false);
        }

        if (journal.Header.Checkpoint != file.Hash)
        {
            throw new UserErrorException(
                $"the journal of a killed run continues another state of stack '{Paths.Stack}' than the one that is there",
                "The state was changed since (restored, imported, or updated by the Pulumi CLI). Nothing was changed now.",
                $"If the present state is right: remove {Paths.Journal}, then refresh. Else put the state back that the journal "
                    + $"continues ({Paths.Backup}, or {Paths.History})."
            );
        }

        var recovered = journal.Replay(snapshot, secrets.For(journal.Header.Secrets));
        return new StoredState(
            recovered with
            {
                Manifest = new Manifest(time.GetUtcNow(), EngineVersion.Signature, []),
            },
            file.Hash,
            WasRecovered: true
        );
    }

    /// <summary>Loads the state and makes the disk agree with it: what a killed run left is folded in.</summary>
    public StoredState LoadAndRecover(StackCrypters secrets)
    {
        var stored = Load(secrets);
        if (stored.WasRecovered)
        {
            var hash = CheckpointFile.Save(Paths, CheckpointFile.Serialize(Paths, Signed(stored.Snapshot, secrets), secrets.Crypter));
            stored = stored with { CheckpointHash = hash };
        }

        AtomicFile.Remove(Paths.Journal);
        return stored;
    }

    public Journal OpenJournal(string checkpointHash, StackCrypters secrets) =>
        new(Paths.Journal, new JournalHeader(checkpointHash, secrets.Provider), secrets.Crypter);

    /// <summary>Makes the state that an update has reached the checkpoint, and drops the journal, which it now holds.</summary>
    public async Task SaveAsync(Snapshot snapshot, Journal journal, StackCrypters secrets)
    {
        var content = CheckpointFile.Serialize(Paths, Signed(snapshot, secrets), secrets.Crypter);
        await journal.SealAsync(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)));
        CheckpointFile.Save(Paths, content);
        await journal.DisposeAsync();
        AtomicFile.Remove(Paths.Journal);
    }

    /// <summary>Makes a snapshot the state, outside of an update.</summary>
    public void Replace(Snapshot snapshot, StackCrypters secrets)
    {
        CheckpointFile.Save(Paths, CheckpointFile.Serialize(Paths, Signed(snapshot, secrets), secrets.Crypter));
        AtomicFile.Remove(Paths.Journal);
    }

    /// <summary>Removes the stack's state and history.</summary>
    public void Remove()
    {
        foreach (var file in (string[])[Paths.Checkpoint, Paths.CompressedCheckpoint, Paths.ZstandardCheckpoint, Paths.Journal])
        {
            AtomicFile.Remove(file);
            AtomicFile.Remove(file + ".attrs");
        }

        if (Directory.Exists(Paths.History))
        {
            Directory.Delete(Paths.History, recursive: true);
        }
    }

    private Snapshot Signed(Snapshot snapshot, StackCrypters secrets) =>
        snapshot with
        {
            Manifest = new Manifest(time.GetUtcNow(), EngineVersion.Signature, []),
            SecretsProvider = secrets.Provider,
        };
}
