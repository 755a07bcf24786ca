using System.Buffers;
using System.Text.Json;
using Engine.State;
using Engine.Tests.Values;
using Engine.Values;

namespace Engine.Tests.State;

public sealed class SnapshotBuilderTests
{
    private static readonly ResourceState A = Resource("a");
    private static readonly ResourceState B = Resource("b") with { Dependencies = [A.Urn] };

    [Fact]
    public void Kept_resources_move_before_what_was_made_after_them()
    {
        var state = new SnapshotBuilder(new Snapshot(null, null, [A, B], []));
        state.Apply(new JournalEnd(1) { Kept = 1 });
        state.Apply(new JournalEnd(2) { Kept = 0 });
        state.HasChanged.ShouldBeFalse();
        state.Build(null, null).Resources.ShouldBe([A, B]);
    }

    [Fact]
    public void An_operation_is_pending_until_it_ends()
    {
        var state = new SnapshotBuilder(Snapshot.Empty);
        state.Apply(new JournalBegin(1, new PendingOperation(OperationType.Creating, A)));
        state.Build(null, null).PendingOperations.ShouldHaveSingleItem().Resource.ShouldBe(A);
        state.Apply(new JournalEnd(1) { Put = [new(EntryKey.New(1), A)] });
        state.Build(null, null).PendingOperations.ShouldBeEmpty();
        state.Build(null, null).Resources.ShouldBe([A]);
    }

    [Fact]
    public void References_follow_a_new_urn_and_forget_what_is_gone()
    {
        var renamed = Resource("new");
        var state = new SnapshotBuilder(
            new Snapshot(null, null, [A, B, Resource("c") with { Dependencies = [B.Urn], DeletedWith = B.Urn }], [])
        );
        state.Apply(
            new JournalEnd(1)
            {
                Put = [new(EntryKey.New(1), renamed)],
                Removed = [EntryKey.Base(0)],
                Renamed = new UrnChange(A.Urn, renamed.Urn),
            }
        );
        state.Build(null, null).Resources.Single(r => r.Urn == B.Urn).Dependencies.ShouldBe([renamed.Urn]);

        state.Apply(new JournalEnd(2) { Removed = [EntryKey.Base(1)] });
        var c = state.Build(null, null).Resources.Single(r => r.Urn.Name == "c");
        c.Dependencies.ShouldBeEmpty();
        c.DeletedWith.ShouldBeNull();
    }

    [Fact]
    public void Journal_entries_are_read_as_they_were_written()
    {
        var crypter = new ReversingCrypter();
        var secret = A with { Outputs = PropertyMap.Of(("p", new PropertySecret("hunter2"))) };
        JournalEntry[] entries =
        [
            new JournalBegin(7, new PendingOperation(OperationType.Updating, secret)),
            new JournalEnd(7)
            {
                Put = [new(EntryKey.New(7), secret), new(EntryKey.Base(3), B with { Delete = true })],
                Removed = [EntryKey.Base(12)],
                SettlesPending = A.Urn,
            },
            new JournalEnd(8) { Kept = 5, Renamed = new UrnChange(A.Urn, B.Urn) },
        ];
        foreach (var entry in entries)
        {
            var text = Text(entry, crypter);
            text.ShouldNotContain("hunter2");
            using var document = JsonDocument.Parse(text);
            Text(JournalEntryJson.Read(document.RootElement, crypter), crypter).ShouldBe(text);
        }
    }

    [Fact]
    public void Violations_are_told_one_by_one()
    {
        var broken = new Snapshot(null, null, [B, A, A, Resource("c") with { Custom = false, Id = "x" }], []);
        StateRules.Violations(broken).Count.ShouldBe(3);
    }

    private static ResourceState Resource(string name) =>
        new()
        {
            Urn = Urn.Create("dev", "proj", null, "t:m:T", name),
            Type = "t:m:T",
            Custom = true,
            Id = name,
        };

    private static string Text(JournalEntry entry, ICrypter crypter)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonValues.WriterOptions))
        {
            JournalEntryJson.Write(json, entry, crypter);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
