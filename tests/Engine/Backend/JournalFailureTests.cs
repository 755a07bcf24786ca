using Engine.Backend;
using Engine.State;
using Engine.Tests.Workspace;
using Engine.Values;

namespace Engine.Tests.Backend;

/// <summary>A journal that cannot be written, for reasons that nobody thought of: who waits is told, and nobody waits for ever.</summary>
public sealed class JournalFailureTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);
    private readonly TemporaryProject _project = new();

    public static TheoryData<Exception> Causes =>
        [new InvalidCastException("the key is gone"), new IOException("the disk is full"), new NotSupportedException("no such algorithm")];

    [Theory]
    [MemberData(nameof(Causes))]
    public async Task All_who_wait_and_all_who_come_later_are_told_the_cause(Exception cause)
    {
        await using var journal = Journal(new BrokenCrypter(cause));

        foreach (var waiting in (Task[])[Append(journal, 1), Append(journal, 2), Append(journal, 3)])
        {
            (await Should.ThrowAsync<IOException>(() => waiting.WaitAsync(s_patience))).Message.ShouldContain(cause.Message);
        }

        (await Should.ThrowAsync<IOException>(() => Append(journal, 4).WaitAsync(s_patience))).Message.ShouldContain(cause.Message);
        await journal.SealAsync("hash").WaitAsync(s_patience);
        journal.IsWritten.ShouldBeFalse();
    }

    [Fact]
    public async Task Many_callers_at_once_all_get_an_answer()
    {
        await using var journal = Journal(new BrokenCrypter(new InvalidCastException("the key is gone"), after: 100));

        var calls = Enumerable.Range(1, 1000).Select(i => Task.Run(() => Append(journal, i))).ToList();
        var all = Task.WhenAll(calls);
        await Should.ThrowAsync<IOException>(() => all.WaitAsync(s_patience));

        calls.ShouldAllBe(call => call.IsCompleted);
        calls.Count(call => call.IsFaulted).ShouldBeGreaterThanOrEqualTo(900);
    }

    [Fact]
    public async Task A_broken_journal_is_not_sealed_so_that_nobody_takes_it_for_whole()
    {
        var path = Path.Combine(_project.Directory, "journal");
        await using (var journal = Journal(new BrokenCrypter(new InvalidCastException("the key is gone"), after: 1)))
        {
            await Append(journal, 1);
            await Should.ThrowAsync<IOException>(() => Append(journal, 2));
            await journal.SealAsync("hash");
        }

        var left = JournalFile.Load(path).ShouldNotBeNull();
        left.Lines.Count.ShouldBe(1);
        left.SealedAs.ShouldBeNull();
    }

    public void Dispose() => _project.Dispose();

    private Journal Journal(ICrypter crypter) => new(Path.Combine(_project.Directory, "journal"), new JournalHeader("", null), crypter);

    private static async Task Append(Journal journal, long operation) =>
        await journal.AppendAsync(
            new JournalEnd(operation)
            {
                Put =
                [
                    KeyValuePair.Create(
                        EntryKey.New(operation),
                        new ResourceState
                        {
                            Urn = Urn.Create("local", "demo", null, "a:b:C", "a"),
                            Type = "a:b:C",
                            Custom = true,
                            Id = "a",
                            Inputs = PropertyMap.Of(("password", new PropertySecret("hunter2"))),
                        }
                    ),
                ],
            }
        );

    private sealed class BrokenCrypter(Exception cause, int after = 0) : ICrypter
    {
        private int _calls;

        public string Encrypt(string plaintext) => ++_calls > after ? throw cause : "v1:x:y";

        public string? Decrypt(string ciphertext) => null;
    }
}
