using Engine.Contract;
using Engine.Masking;
using Engine.Planning.Providers;
using Engine.Tests.Planning.Fakes;
using Engine.Values;

namespace Engine.Tests.Masking;

/// <summary>What providers say, and what is kept of it.</summary>
public sealed class ProviderMaskingTests
{
    private const string Password = "pass\"word\n1";
    private static readonly PropertySecret s_secret = new(Password);

    [Fact]
    public async Task A_failure_that_repeats_a_secret_of_the_program_is_told_without_it()
    {
        var world = new World();
        world.Cloud.Failing["a"] = $"refused: {JsonValues.Text(Password, null)}, {Password}";

        await world.UpAsync(new Thing("a") { Fixed = "a", Options = goal => goal with { Inputs = goal.Inputs.With("note", s_secret) } });

        world.Errors.ShouldBe(["refused: \"[secret]\", [secret]"]);
    }

    [Fact]
    public async Task Why_an_object_is_not_ready_is_kept_without_secrets_that_the_provider_made()
    {
        var secrets = new KnownSecrets();
        var provider = new MaskedProvider(new Talkative(), secrets);

        var failure = await Should.ThrowAsync<ResourceInitException>(() =>
            provider.CreateAsync(new CreateRequest(new Urn("urn:pulumi:s::p::t:i:T::n"), PropertyMap.Empty, null, false), default)
        );

        failure.Reasons.ShouldBe(["event: env DB=[secret]"]);
        failure.Outputs["made"].ShouldBe(new PropertySecret("made-by-provider"));
        secrets.Mask("made-by-provider").ShouldBe("[secret]");
    }

    [Fact]
    public async Task Answers_and_faults_of_inputs_are_learned_and_masked()
    {
        var provider = new MaskedProvider(new Talkative(), new KnownSecrets());

        var check = await provider.CheckAsync(
            new CheckRequest(new Urn("urn:pulumi:s::p::t:i:T::n"), PropertyMap.Empty, PropertyMap.Of(("p", s_secret)), default),
            default
        );
        check.Failures.ShouldBe([new CheckFailure("p", "is [secret]")]);
        (await provider.InvokeAsync(new InvokeRequest("t", PropertyMap.Empty, false), default)).Failures.ShouldBe([
            new CheckFailure("", "answered [secret]"),
        ]);
    }

    private sealed class Talkative : IProvider
    {
        public Task ConfigureAsync(ConfigureRequest request, CancellationToken cancellation) => Task.CompletedTask;

        public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellation) =>
            Task.FromResult(new CheckResult(request.News, [new CheckFailure("p", "is " + Password)]));

        public Task<DiffResult> DiffAsync(DiffRequest request, CancellationToken cancellation) => Task.FromResult(DiffResult.None);

        public Task<CreateResult> CreateAsync(CreateRequest request, CancellationToken cancellation) =>
            throw new ResourceInitException(
                "id",
                PropertyMap.Of(("made", new PropertySecret("made-by-provider"))),
                null,
                ["event: env DB=made-by-provider"]
            );

        public Task<ReadResult?> ReadAsync(ReadRequest request, CancellationToken cancellation) => Task.FromResult<ReadResult?>(null);

        public Task<PropertyMap> UpdateAsync(UpdateRequest request, CancellationToken cancellation) => Task.FromResult(request.News);

        public Task DeleteAsync(DeleteRequest request, CancellationToken cancellation) => Task.CompletedTask;

        public Task<InvokeResult> InvokeAsync(InvokeRequest request, CancellationToken cancellation) =>
            Task.FromResult(
                new InvokeResult(PropertyMap.Of(("r", new PropertySecret("answer-1"))), [new CheckFailure("", "answered answer-1")])
            );

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
