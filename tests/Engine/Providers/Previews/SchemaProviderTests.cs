using Engine.Contract;
using Engine.Providers;
using Engine.Values;

namespace Engine.Tests.Providers.Previews;

public sealed class SchemaProviderTests : IDisposable
{
    private readonly RecordingHost _host = new();

    [Theory]
    [InlineData("aws:ec2/vpc:Vpc", """{"cidrBlok":"10.0.0.0/16"}""", "cidrBlok: no such property (did you mean 'cidrBlock'?)")]
    [InlineData("aws:eks/cluster:Cluster", """{"vpcConfig":{"subnetIds":["a"]}}""", "roleArn: missing; it needs a text")]
    [InlineData("aws:ec2/vpc:Vpc", """{"enableDnsHostnames":"yes"}""", "enableDnsHostnames: needs true or false, was the text 'yes'")]
    [InlineData("aws:ec2/vpcs:Vpc", "{}", "'aws:ec2/vpcs:Vpc' is no type of package aws")]
    [InlineData(
        "eks:index:Cluster",
        """{"authenticationMode":"api"}""",
        "authenticationMode: is the text 'api' (did you mean 'API'?); allowed: "
    )]
    public async Task A_mistake_is_named(string type, string inputs, string expected)
    {
        var provider = await ProviderAsync(type.Split(':')[0]);

        var check = await provider.CheckAsync(new CheckRequest(UrnOf(type), PropertyMap.Empty, Parse(inputs), new byte[32]), default);

        check
            .Failures.Select(f => f.Property.Length == 0 ? f.Reason : $"{f.Property}: {f.Reason}")
            .ShouldContain(f => f.StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_preview_knows_the_inputs_and_nothing_else()
    {
        var provider = await ProviderAsync("aws");

        var created = await provider.CreateAsync(
            new CreateRequest(UrnOf("aws:ec2/vpc:Vpc"), Parse("""{"cidrBlock":"10.0.0.0/16"}"""), null, Preview: true),
            default
        );

        created.Id.ShouldBeNull();
        created.Outputs["cidrBlock"].ShouldBe((PropertyValue)"10.0.0.0/16");
        created.Outputs["arn"].ShouldBe(PropertyValue.Computed);
    }

    [Fact]
    public async Task Nothing_is_ever_created()
    {
        var provider = await ProviderAsync("aws");

        provider.PreviewOnly.ShouldBeTrue();
        (
            await Should.ThrowAsync<ProviderException>(() =>
                provider.CreateAsync(new CreateRequest(UrnOf("aws:ec2/vpc:Vpc"), PropertyMap.Empty, null, Preview: false), default)
            )
        ).Message.ShouldBe("aws:ec2/vpc:Vpc: this engine previews package aws and changes nothing of it; run `pulumi up` for that");
    }

    [Fact]
    public async Task A_property_that_cannot_be_changed_replaces()
    {
        var provider = await ProviderAsync("aws");
        var urn = UrnOf("aws:ec2/vpc:Vpc");

        var diff = await provider.DiffAsync(
            new DiffRequest(
                urn,
                "vpc-1",
                Parse("""{"cidrBlock":"10.0.0.0/16","tags":{"a":"1"}}"""),
                PropertyMap.Empty,
                Parse("""{"cidrBlock":"10.1.0.0/16","tags":{"a":"2"}}"""),
                []
            ),
            default
        );

        diff.Replaces.ShouldBe(["cidrBlock"]);
        diff.DetailedDiff!["tags.a"].ShouldBe(new PropertyDiff(PropertyDiffKind.Update, InputDiff: true));
    }

    [Fact]
    public async Task A_function_is_checked_and_its_result_unknown()
    {
        var provider = await ProviderAsync("aws");

        (
            await provider.InvokeAsync(new InvokeRequest("aws:index/getRegion:getRegion", PropertyMap.Empty, Preview: true), default)
        ).ShouldSatisfyAllConditions(r => r.Return.ShouldBeNull(), r => r.Failures.ShouldBeEmpty());
        (await provider.InvokeAsync(new InvokeRequest("aws:index/getRegion:getRegion", Parse("""{"regio":"x"}"""), Preview: true), default))
            .Failures.ShouldHaveSingleItem()
            .Property.ShouldBe("regio");
    }

    [Fact]
    public async Task A_remote_component_is_one_with_unknown_outputs()
    {
        var provider = await ProviderAsync("eks");
        var urn = UrnOf("eks:index:Cluster");
        var request = new ConstructRequest(
            urn,
            "eks:index:Cluster",
            "c",
            null,
            PropertyMap.Empty,
            new Dictionary<string, IReadOnlyList<Urn>>(),
            "",
            Preview: true
        );

        var made = await provider.ConstructAsync(request, default);

        made.IsOpaque.ShouldBeTrue();
        made.State["kubeconfigJson"].ShouldBe(PropertyValue.Computed);
        (
            await Should.ThrowAsync<ProviderException>(() =>
                provider.ConstructAsync(request with { Inputs = Parse("""{"vpcid":"x"}""") }, default)
            )
        ).Message.ShouldStartWith("vpcid: no such property (did you mean 'vpcId'?)");
    }

    [Fact]
    public async Task Arguments_of_the_provider_are_checked_through_their_JSON()
    {
        var provider = await ProviderAsync("aws");
        var given = PropertyMap.Of(
            ("region", "eu-central-1"),
            ("defaultTags", """{"tag":{}}"""),
            ("skipCredentialsValidation", "true"),
            ("version", "7.48.0")
        );

        var check = await provider.CheckConfigAsync(
            new CheckRequest(UrnOf("pulumi:providers:aws"), PropertyMap.Empty, given, new byte[32]),
            default
        );

        check.Failures.ShouldHaveSingleItem().Property.ShouldBe("defaultTags.tag");
    }

    [Fact]
    public async Task A_package_without_a_schema_is_refused_with_those_that_there_are() =>
        (await Should.ThrowAsync<ProviderException>(() => ProviderAsync("gcp"))).Message.ShouldBe(
            "package 'gcp' is not known to this engine, which has aws, eks, kubernetes, random: run the program with the Pulumi CLI"
        );

    public void Dispose() => _host.Dispose();

    private Task<IProvider> ProviderAsync(string package) =>
        new ProviderFactory(RepositorySchemas.Catalog).CreateAsync(package, null, _host, default);

    private static Urn UrnOf(string type) => Urn.Create("dev", "p", null, type, "r");

    private static PropertyMap Parse(string json) => (PropertyMap)JsonValues.Parse(json, null);
}
