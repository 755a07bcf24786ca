using Engine.Values;

namespace Engine.Tests.Values;

public sealed class UrnTests
{
    [Fact]
    public void Types_of_ancestors_qualify_but_the_stack_does_not()
    {
        var stack = Urn.OfStack("dev", "proj");
        stack.Value.ShouldBe("urn:pulumi:dev::proj::pulumi:pulumi:Stack::proj-dev");
        var component = Urn.Create("dev", "proj", stack, "my:index:Comp", "c");
        component.Value.ShouldBe("urn:pulumi:dev::proj::my:index:Comp::c");
        var child = Urn.Create("dev", "proj", component, "test:index:Thing", "a::b");
        child.Value.ShouldBe("urn:pulumi:dev::proj::my:index:Comp$test:index:Thing::a::b");
        (child.Type, child.QualifiedType, child.Name, child.Stack, child.Project).ShouldBe(
            ("test:index:Thing", "my:index:Comp$test:index:Thing", "a::b", "dev", "proj")
        );
    }

    [Fact]
    public void Provider_references_split_at_the_last_colons()
    {
        var reference = ProviderReference.Parse("urn:pulumi:dev::proj::pulumi:providers:aws::a::b::the-id");
        (reference.Urn.Name, reference.Id).ShouldBe(("a::b", "the-id"));
        ProviderReference.Parse("urn:pulumi:dev::proj::pulumi:providers:aws::a::" + Sentinels.Unknown).Id.ShouldBeNull();
        Should.Throw<FormatException>(() => ProviderReference.Parse("nonsense"));
    }
}
