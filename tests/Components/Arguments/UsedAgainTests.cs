using System.Reflection;
using Components.Targets;
using Components.Tests.Mocks;
using Components.Values;
using Pulumi;

namespace Components.Tests.Arguments;

/// <summary>Arguments are their caller's: no component writes into them, so that they, or a collection in them, serve any number of
/// components.</summary>
public sealed class UsedAgainTests
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static TheoryData<string> Kinds => [.. SampleArguments.Types.Select(type => type.Name)];

    public static TheoryData<string> KindsInNamespaces =>
        [.. SampleArguments.Types.Where(type => Shared(type).Any() && Components(type).Single() is not null).Select(type => type.Name)];

    [Fact]
    public void Every_component_with_arguments_is_among_the_samples() =>
        typeof(AppNamespace)
            .Assembly.GetTypes()
            .Where(type => type.IsPublic && type.IsSubclassOf(typeof(ComponentResource)))
            .SelectMany(type => type.GetConstructors().SelectMany(made => made.GetParameters()).Where(given => given.Name == "args"))
            .Select(given => given.ParameterType)
            .ShouldBeSubsetOf(SampleArguments.Types);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Two_components_of_the_same_arguments_are_as_those_of_arguments_of_their_own(string kind)
    {
        var type = SampleArguments.Types.Single(type => type.Name == kind);
        var again = await RunAsync(spaces =>
        {
            var args = new SampleArguments(spaces[0]).Of(type);
            var options = new ComponentResourceOptions();
            var before = ArgumentText.Of(args);
            Make(type, "one", args, options);
            Make(type, "two", args, options);

            ArgumentText.Of(args).ShouldBe(before);
            options.Providers.ShouldBeEmpty();
            options.Parent.ShouldBeNull();
        });
        var fresh = await RunAsync(spaces =>
        {
            var samples = new SampleArguments(spaces[0]);
            Make(type, "one", samples.Of(type), new());
            Make(type, "two", samples.Of(type), new());
        });

        again.ShouldBe(fresh);
    }

    [Theory]
    [MemberData(nameof(KindsInNamespaces))]
    public async Task Two_components_in_two_namespaces_may_share_all_else(string kind)
    {
        var type = SampleArguments.Types.Single(type => type.Name == kind);
        var shared = await RunAsync(spaces =>
        {
            var one = new SampleArguments(spaces[0]).Of(type);
            var two = new SampleArguments(spaces[1]).Of(type);
            foreach (var property in Shared(type))
            {
                property.SetValue(two, property.GetValue(one));
            }

            Make(type, "one", one, new());
            Make(type, "two", two, new());
        });
        var fresh = await RunAsync(spaces =>
        {
            Make(type, "one", new SampleArguments(spaces[0]).Of(type), new());
            Make(type, "two", new SampleArguments(spaces[1]).Of(type), new());
        });

        shared.ShouldBe(fresh);
    }

    private static async Task<string> RunAsync(Action<AppNamespace[]> program) =>
        (
            await AwsMocks.RunAsync(() =>
            {
                var provider = new Pulumi.Kubernetes.Provider("test", new() { RenderYamlToDirectory = "nowhere" });
                var target = new ClusterTarget(provider, LoadBalancing.Controller, Ipv4Cidr.Parse("10.0.0.0/16")) { ClusterName = "blue" };
                program([new AppNamespace("shop", new() { Target = target }), new AppNamespace("other", new() { Target = target })]);
            })
        ).Everything;

    private static IEnumerable<PropertyInfo> Shared(Type args) =>
        args.GetProperty("Namespace")?.PropertyType == typeof(AppNamespace) && args.GetProperty("Paths") is null
            ? args.GetProperties(Members).Where(property => property.CanWrite && property.Name != "Namespace")
            : [];

    private static IEnumerable<Type?> Components(Type args) =>
        typeof(AppNamespace)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ComponentResource)) && Constructor(type, args) is not null);

    private static ConstructorInfo? Constructor(Type component, Type args) =>
        component.GetConstructors().SingleOrDefault(made => made.GetParameters().Any(given => given.ParameterType == args));

    private static void Make(Type type, string name, object args, ComponentResourceOptions options)
    {
        var constructor = Constructor(Components(type).Single()!, type)!;
        constructor.Invoke([
            .. constructor
                .GetParameters()
                .Select(given =>
                    given.Name switch
                    {
                        "name" => name,
                        "args" => args,
                        "options" => options,
                        "repositories" => (string[])[$"{name}/orders"],
                        _ => given.DefaultValue,
                    }
                ),
        ]);
    }
}
