using Pulumi.Serialization;
using Pulumirpc;

namespace Pulumi;

public sealed partial class Deployment
{
    internal Features Features { get; }

    internal Packages Packages { get; }

    internal IMonitor Monitor { get; }

    internal bool AcceptsResources { get; } =
        Environment.GetEnvironmentVariable("PULUMI_DISABLE_RESOURCE_REFERENCES") is not ("1" or "TRUE");

    /// <summary>Begins a registration: gives the resource its outputs, which resolve when the engine has answered.</summary>
    internal void Start(Resource resource, ResourceArgs args, ResourceOptions options, RegisterPackageRequest? package)
    {
        // Read now: the constructor that goes on after this may still touch its arguments.
        var members = args.Members().ToArray();
        var registration = new Registration(this, resource, members, options, package, OutputSlots.Create(resource));
        if (options.Urn is null && MissingArguments.Find(resource, members) is { } problem)
        {
            registration.Fail(problem);
            Runner.Track(Task.FromException(problem));
            return;
        }
        Runner.Track(registration.RunAsync());
    }

    internal void StartOutputs(ComponentResource resource, Output<IDictionary<string, object?>> outputs) =>
        Runner.Track(RegisterOutputsAsync(resource, outputs));

    private async Task RegisterOutputsAsync(ComponentResource resource, Output<IDictionary<string, object?>> outputs)
    {
        var urn = await resource.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        var data = await outputs.DataTask.ConfigureAwait(false);
        var request = new RegisterResourceOutputsRequest { Urn = urn, Outputs = new() };
        var keepResources = await Features.ResourceReferences.ConfigureAwait(false);
        foreach (var (name, value) in data.IsKnown && data.Value is not null ? data.Value : new Dictionary<string, object?>())
        {
            try
            {
                // What comes from a secret dictionary is secret, member by member.
                object? member = data.IsSecret ? Output.CreateSecret(Output.Untyped(value)) : value;
                if (await new PropertyWriter(keepResources).WriteAsync(member).ConfigureAwait(false) is { } written)
                    request.Outputs.Fields[name] = written;
            }
            catch (UnsupportedValueException exception) when (!exception.Passing(name))
            {
                throw new RunException(
                    $"Outputs of {resource.GetResourceType()} '{resource.GetResourceName()}': {exception.Message}",
                    exception
                );
            }
        }
        await Monitor.RegisterResourceOutputsAsync(request).ConfigureAwait(false);
    }
}
