using System.IO.Compression;
using Engine.Backend;
using Engine.Errors;
using Engine.Secrets;
using Engine.State;
using Engine.Tests.Workspace;
using Engine.Values;
using Engine.Workspace;

namespace Engine.Tests.Backend;

/// <summary>A stack's state on the disk, through updates, kills and damage.</summary>
public sealed class BackendTests : IDisposable
{
    private static readonly StackCrypters s_secrets = new(
        new StackFile { Path = "", EncryptionSalt = "v1:AQIDBAUGBwg=:v1:EBESExQVFhcYGRob:g7GuaukvvOg69tzzL5yj6nGWXrQ88g==" },
        "local",
        mayStayUnread: false,
        () => "interop-test"
    );

    private readonly TemporaryProject _project = new();
    private readonly StackPaths _paths;
    private readonly StackStore _store;

    public BackendTests()
    {
        _paths = new StackPaths(new StateFolder(Path.Combine(_project.Directory, ".pulumi")), "demo", "local");
        _store = new StackStore(_paths, TimeProvider.System);
    }

    [Fact]
    public async Task A_saved_state_is_read_back_and_leaves_no_journal()
    {
        await using var journal = _store.OpenJournal("", s_secrets);
        await journal.AppendAsync(Created(1, "a"));
        await _store.SaveAsync(Snapshot("a"), journal, s_secrets);

        var stored = _store.Load(s_secrets);
        stored.Snapshot.Resources.Single().Urn.Name.ShouldBe("a");
        stored.Snapshot.Resources.Single().Inputs["password"].ShouldBe(new PropertySecret("hunter2"));
        stored.IsForeign.ShouldBeFalse();
        File.Exists(_paths.Journal).ShouldBeFalse();
        File.ReadAllText(_paths.Checkpoint).ShouldNotContain("hunter2");
        File.ReadAllText(_paths.Meta).ShouldBe("version: 1\n");
    }

    [Fact]
    public async Task An_update_without_work_writes_nothing()
    {
        await using (var journal = _store.OpenJournal("", s_secrets))
        {
            await journal.AppendAsync(new JournalEnd(1) { Kept = 0 });
            await journal.AppendAsync(new JournalEnd(2) { Kept = 1 });
        }

        Directory.Exists(_paths.Folder.Root).ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_killed_run_did_is_recovered_with_what_was_under_way()
    {
        await using (var journal = _store.OpenJournal("", s_secrets))
        {
            await journal.AppendAsync(new JournalBegin(1, new PendingOperation(OperationType.Creating, Resource("a"))));
            await journal.AppendAsync(Created(1, "a"));
            await journal.AppendAsync(new JournalBegin(2, new PendingOperation(OperationType.Creating, Resource("b"))));
        }

        File.ReadAllText(_paths.Journal).ShouldNotContain("hunter2");
        File.AppendAllText(_paths.Journal, "{\"op\":3,\"put\":{\"n3\":{\"ur");
        _store.Load(s_secrets).WasRecovered.ShouldBeTrue();
        File.Exists(_paths.Checkpoint).ShouldBeFalse("reading changes nothing");

        _store.LoadAndRecover(s_secrets);

        File.Exists(_paths.Journal).ShouldBeFalse();
        var stored = _store.Load(s_secrets);
        stored.WasRecovered.ShouldBeFalse();
        stored.Snapshot.Resources.Select(r => r.Urn.Name).ShouldBe(["a"]);
        stored.Snapshot.PendingOperations.Single().Resource.Urn.Name.ShouldBe("b");
    }

    [Fact]
    public async Task A_journal_whose_checkpoint_was_written_is_done()
    {
        var content = CheckpointFile.Serialize(_paths, Snapshot("a", "b") with { SecretsProvider = s_secrets.Provider }, s_secrets.Crypter);
        await using (var journal = _store.OpenJournal("", s_secrets))
        {
            await journal.AppendAsync(Created(1, "a"));
            await journal.SealAsync(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)));
        }

        _store.Load(s_secrets).Snapshot.Resources.Count.ShouldBe(1, "killed before the checkpoint: the journal counts");
        CheckpointFile.Save(_paths, content);
        _store.Load(s_secrets).Snapshot.Resources.Count.ShouldBe(2, "killed after it: the checkpoint counts");
    }

    [Fact]
    public async Task A_journal_of_another_checkpoint_is_refused()
    {
        await using (var journal = _store.OpenJournal("", s_secrets))
        {
            await journal.AppendAsync(Created(1, "a"));
        }

        CheckpointFile.Save(_paths, CheckpointFile.Serialize(_paths, Snapshot("z"), s_secrets.Crypter));

        var error = Should.Throw<UserErrorException>(() => _store.LoadAndRecover(s_secrets)).Errors.Single();
        error.Message.ShouldContain("continues another state");
        File.Exists(_paths.Journal).ShouldBeTrue();
    }

    [Fact]
    public async Task Many_entries_at_once_are_kept_in_order()
    {
        await using (var journal = _store.OpenJournal("", s_secrets))
        {
            await Task.WhenAll(Enumerable.Range(1, 500).Select(i => journal.AppendAsync(Created(i, $"r{i}")).AsTask()));
        }

        _store.Load(s_secrets).Snapshot.Resources.Select(r => r.Urn.Name).ShouldBe(Enumerable.Range(1, 500).Select(i => $"r{i}"));
    }

    [Fact]
    public void A_compressed_checkpoint_is_read()
    {
        var content = CheckpointFile.Serialize(_paths, Snapshot("a") with { SecretsProvider = s_secrets.Provider }, s_secrets.Crypter);
        Directory.CreateDirectory(Path.GetDirectoryName(_paths.Checkpoint)!);
        using (var zip = new GZipStream(File.Create(_paths.CompressedCheckpoint), CompressionMode.Compress))
        {
            zip.Write(content);
        }

        _store.Load(s_secrets).Snapshot.Resources.Single().Urn.Name.ShouldBe("a");
    }

    [Theory]
    [InlineData("{", "it is not a checkpoint")]
    [InlineData("{\"version\":4,\"checkpoint\":{}}", "version 4")]
    [InlineData(
        "{\"version\":3,\"checkpoint\":{\"latest\":{\"manifest\":{\"version\":\"v1\",\"magic\":\"00\"}}}}",
        "does not fit its version"
    )]
    public void A_damaged_checkpoint_is_refused_with_a_reason(string content, string reason)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_paths.Checkpoint)!);
        File.WriteAllText(_paths.Checkpoint, content);

        Should.Throw<UserErrorException>(() => _store.Load(s_secrets)).Errors.Single().Message.ShouldContain(reason);
    }

    [Fact]
    public void A_state_of_the_Pulumi_CLI_is_known_as_such()
    {
        var foreign = Snapshot("a") with
        {
            Manifest = new Manifest(DateTimeOffset.UnixEpoch, "v3.250.0", []),
            SecretsProvider = s_secrets.Provider,
        };
        CheckpointFile.Save(_paths, CheckpointFile.Serialize(_paths, foreign, s_secrets.Crypter));

        _store.Load(s_secrets).IsForeign.ShouldBeTrue();
    }

    [Fact]
    public void A_lock_keeps_others_out_until_it_is_released()
    {
        using (StackLock.Take(_paths, TimeProvider.System))
        {
            Should
                .Throw<UserErrorException>(() => StackLock.Take(_paths, TimeProvider.System))
                .Message.ShouldContain("locked by 1 lock(s)");
        }

        StackLock.Take(_paths, TimeProvider.System).Dispose();
        Directory.EnumerateFiles(_paths.Locks).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Locks_of_dead_processes_go_by_themselves(bool isDead)
    {
        var pid = isDead ? int.MaxValue - 7 : Environment.ProcessId;
        Directory.CreateDirectory(_paths.Locks);
        var path = Path.Combine(_paths.Locks, "other.json");
        File.WriteAllText(
            path,
            $$"""{"pid":{{pid}},"username":"u","hostname":"{{Environment.MachineName}}","timestamp":"{{DateTime.UtcNow:O}}"}"""
        );

        if (isDead)
        {
            StackLock.Take(_paths, TimeProvider.System).Dispose();
        }
        else
        {
            Should.Throw<UserErrorException>(() => StackLock.Take(_paths, TimeProvider.System));
        }

        File.Exists(path).ShouldBe(!isDead);
    }

    [Fact]
    public void A_lock_of_another_machine_stays_until_it_is_cancelled()
    {
        Directory.CreateDirectory(_paths.Locks);
        File.WriteAllText(
            Path.Combine(_paths.Locks, "other.json"),
            """{"pid":1,"username":"u","hostname":"elsewhere","timestamp":"2026-01-01T00:00:00Z"}"""
        );

        Should
            .Throw<UserErrorException>(() => StackLock.Take(_paths, TimeProvider.System))
            .Errors.Single()
            .Advice[0]
            .ShouldStartWith("held by u@elsewhere (process 1)");
        StackLock.RemoveAll(_paths).ShouldBe(1);
        StackLock.Take(_paths, TimeProvider.System).Dispose();
    }

    [Fact]
    public void Faults_of_an_imported_state_are_all_named()
    {
        var stranger = new ResourceState
        {
            Urn = Urn.Create("dev", "demo", null, "a:b:C", "x"),
            Type = "a:b:C",
            Custom = true,
            Id = "1",
            Parent = Urn.OfStack("local", "demo"),
        };

        SnapshotFaults
            .Of(Snapshot("a") with { Resources = [stranger, stranger] }, "local")
            .ShouldBe([
                $"{stranger.Urn} is from a different stack (dev != local)",
                $"{stranger.Urn} refers to {Urn.OfStack("local", "demo")}, which does not stand before it",
                $"{stranger.Urn} is from a different stack (dev != local)",
                $"{stranger.Urn} refers to {Urn.OfStack("local", "demo")}, which does not stand before it",
                $"{stranger.Urn} is there twice",
            ]);
    }

    public void Dispose() => _project.Dispose();

    private static ResourceState Resource(string name) =>
        new()
        {
            Urn = Urn.Create("local", "demo", null, "a:b:C", name),
            Type = "a:b:C",
            Custom = true,
            Id = name,
            Inputs = PropertyMap.Of(("password", new PropertySecret("hunter2"))),
        };

    private static JournalEnd Created(long operation, string name) =>
        new(operation) { Put = [KeyValuePair.Create(EntryKey.New(operation), Resource(name))] };

    private static Snapshot Snapshot(params string[] names) => Engine.State.Snapshot.Empty with { Resources = [.. names.Select(Resource)] };
}
