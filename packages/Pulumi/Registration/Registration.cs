using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;
using Pulumirpc;

namespace Pulumi;

/// <summary>The way of one resource: request, answer, outputs.</summary>
internal sealed class Registration(
    Deployment deployment,
    Resource resource,
    IReadOnlyList<InputMember> args,
    ResourceOptions options,
    RegisterPackageRequest? package,
    Dictionary<string, OutputSlot> slots
)
{
    private sealed record Answer(
        string Urn,
        string Id,
        Struct Outputs,
        IReadOnlyDictionary<string, IEnumerable<string>> Dependencies,
        bool Succeeded
    );

    public async Task RunAsync()
    {
        try
        {
            Complete(await AnswerAsync().ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            foreach (var slot in slots.Values)
                slot.Fail(exception);
            throw;
        }
    }

    public void Fail(Exception exception)
    {
        foreach (var slot in slots.Values)
            slot.Fail(exception);
    }

    private async Task<Answer> AnswerAsync()
    {
        if (!string.IsNullOrEmpty(options.Urn))
            return await FindAsync(options.Urn).ConfigureAwait(false);
        if (options.Id is not null)
        {
            var id = await options.Id.ToOutput().GetValueAsync(whenUnknown: "").ConfigureAwait(false);
            // What is to be read may be made in this very run: in its preview there is no ID, and the engine shows a new resource.
            if (!string.IsNullOrEmpty(id))
                return await ReadAsync(id).ConfigureAwait(false);
        }
        return await RegisterAsync().ConfigureAwait(false);
    }

    private async Task<Answer> RegisterAsync()
    {
        var request = await RegisterRequests.MakeAsync(deployment, resource, args, options, package).ConfigureAwait(false);
        var response = await deployment.Monitor.RegisterResourceAsync(request, resource).ConfigureAwait(false);
        var dependencies = response.PropertyDependencies.ToDictionary(entry => entry.Key, entry => entry.Value.Urns.AsEnumerable());
        return new(response.Urn, response.Id, response.Object ?? new(), dependencies, response.Result == Result.Success);
    }

    private async Task<Answer> ReadAsync(string id)
    {
        if (!resource.IsCustom)
            throw new RunException(
                $"Component '{resource.GetResourceName()}' ({resource.GetResourceType()}) was given the option Id. A component cannot "
                    + $"be read by ID."
            );
        var prepared = await Prepared.MakeAsync(deployment, resource, args, options, package).ConfigureAwait(false);
        var request = new ReadResourceRequest
        {
            Id = id,
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Parent = prepared.ParentUrn,
            Properties = prepared.Properties,
            Provider = prepared.Provider,
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            PackageRef = prepared.PackageRef,
            AcceptSecrets = true,
            AcceptResources = deployment.AcceptsResources,
        };
        request.Dependencies.AddRange(prepared.Dependencies);
        if (options is CustomResourceOptions custom)
            request.AdditionalSecretOutputs.AddRange(custom.AdditionalSecretOutputs);
        var response = await deployment.Monitor.ReadResourceAsync(request, resource).ConfigureAwait(false);
        return new(response.Urn, id, response.Properties ?? new(), new Dictionary<string, IEnumerable<string>>(), Succeeded: true);
    }

    /// <summary>A resource that this run registered or read already.</summary>
    private async Task<Answer> FindAsync(string urn)
    {
        var request = new ResourceInvokeRequest
        {
            Tok = "pulumi:pulumi:getResource",
            Args = new() { Fields = { ["urn"] = Value.ForString(urn) } },
            AcceptResources = deployment.AcceptsResources,
        };
        var response = await deployment.Monitor.InvokeAsync(request).ConfigureAwait(false);
        InvokeFailures.Check(request.Tok, response.Failures);
        var fields = response.Return?.Fields ?? throw new InvalidOperationException($"The engine does not know '{urn}'.");
        var id = fields.TryGetValue("id", out var given) ? given.StringValue : "";
        var state = fields.TryGetValue("state", out var found) ? found.StructValue : new();
        return new(
            fields.TryGetValue("urn", out var own) ? own.StringValue : urn,
            id,
            state,
            new Dictionary<string, IEnumerable<string>>(),
            Succeeded: true
        );
    }

    private void Complete(Answer answer)
    {
        slots["urn"].Complete(Own(OutputData<object?>.Known(answer.Urn)));
        if (slots.TryGetValue("id", out var id))
            id.Complete(Own(OutputData<object?>.Known(answer.Id)) with { IsKnown = answer.Id.Length > 0 });
        foreach (var (name, slot) in slots)
        {
            if (name is "urn" or "id")
                continue;
            var mismatch = slot.Complete(Own(Read(answer, name)));
            if (mismatch is not null)
                deployment.Logger.Warn($"{resource.GetType().FullName}: {mismatch.Within(name)}. The output is left empty.", resource);
        }
    }

    private OutputData<object?> Read(Answer answer, string name)
    {
        if (!answer.Succeeded)
            return Missing(isKnown: false);
        // A preview leaves out what it does not know; a run has said all that there is.
        var data = answer.Outputs.Fields.TryGetValue(name, out var value)
            ? PropertyReader.Read(value)
            : Missing(isKnown: !deployment.Settings.IsDryRun);
        return answer.Dependencies.TryGetValue(name, out var urns)
            ? data with
            {
                Resources = data.Resources.Union(urns.Select(urn => new DependencyResource(urn))),
            }
            : data;
    }

    private static OutputData<object?> Missing(bool isKnown) => OutputData<object?>.Known(null) with { IsKnown = isKnown };

    private OutputData<object?> Own(OutputData<object?> data) => data with { Resources = data.Resources.Add(resource) };
}
