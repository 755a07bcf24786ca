using Agreement;

namespace Engine.Tests.Agreement;

/// <summary>What the program tells the engine is read as it was meant. The program's end is in tests/Components.</summary>
public sealed class MessageTests
{
    [Theory]
    [InlineData("infra/Shop.cs:41", null)]
    [InlineData("infra/Shop.cs:41", "stacks/Pulumi.prod.yaml:15")]
    [InlineData("infra/Old, new/Shop.cs:41", "stacks/Pulumi.prod.yaml:15")]
    [InlineData("C:/shop, released/Shop.cs:41", null)]
    public void A_place_comes_back(string declared, string? released)
    {
        var place = new DeclaredAt(declared, released);

        DeclaredAt.Read(place.ToMessage() + "\n").ShouldBe(place);
    }

    [Fact]
    public void The_words_of_a_place_are_a_contract() =>
        new DeclaredAt("infra/Shop.cs:41", "stacks/Pulumi.prod.yaml:15")
            .ToMessage()
            .ShouldBe("declared at infra/Shop.cs:41, released at stacks/Pulumi.prod.yaml:15");

    [Fact]
    public void A_note_comes_back()
    {
        var note = new PlanNote("Capacity", "shop at peak: 7.6 of 8 CPU requested");

        note.ToMessage().ShouldBe("summary Capacity: shop at peak: 7.6 of 8 CPU requested");
        PlanNote.Read(note.ToMessage()).ShouldBe(note);
    }

    [Theory]
    [InlineData("I was declared at noon")]
    [InlineData("summary: none")]
    [InlineData("Summary Capacity: x")]
    [InlineData("")]
    public void Other_messages_are_none(string message)
    {
        DeclaredAt.Read(message).ShouldBeNull();
        PlanNote.Read(message).ShouldBeNull();
    }
}
