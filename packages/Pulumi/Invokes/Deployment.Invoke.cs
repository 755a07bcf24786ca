using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;
using Pulumirpc;

namespace Pulumi;

public sealed partial class Deployment
{
    internal Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? package, bool single) =>
        new(InvokeDataAsync<T>(token, args, options ?? new(), package, single));

    internal async Task<T> InvokeAsync<T>(
        string token,
        InvokeArgs args,
        InvokeOptions? options,
        RegisterPackageRequest? package,
        bool single
    ) => (await InvokeDataAsync<T>(token, args, options ?? new(), package, single).ConfigureAwait(false)).Value;

    private async Task<OutputData<T>> InvokeDataAsync<T>(
        string token,
        InvokeArgs args,
        InvokeOptions options,
        RegisterPackageRequest? package,
        bool single
    )
    {
        ArgumentNullException.ThrowIfNull(args);
        await AwaitPendingRegistrations().ConfigureAwait(false);
        var writer = new PropertyWriter(await Features.ResourceReferences.ConfigureAwait(false));
        var written = await WriteCallArgsAsync(token, writer, args).ConfigureAwait(false);
        var resources = writer.Dependencies.ToImmutableHashSet();
        var isKnown = !writer.HasUnknowns;
        if (options is InvokeOutputOptions outputOptions)
        {
            var dependsOn = await outputOptions.DependsOn.ToOutput().DataTask.ConfigureAwait(false);
            isKnown &= dependsOn.IsKnown;
            resources = resources.Union(dependsOn.Resources).Union(dependsOn.IsKnown ? dependsOn.Value : []);
        }
        // What is asked for may be made by a resource that a preview does not make.
        isKnown &= await AllExistAsync(resources).ConfigureAwait(false);
        if (!isKnown)
            return OutputData<T>.Known(default!) with { IsKnown = false };

        var request = new ResourceInvokeRequest
        {
            Tok = token,
            Args = written,
            Provider = await ProviderReferenceAsync(token, options.Provider, options.Parent).ConfigureAwait(false),
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            AcceptResources = AcceptsResources,
            PackageRef = package is null ? "" : await Packages.ReferenceAsync(package).ConfigureAwait(false),
        };
        var response = await Monitor.InvokeAsync(request).ConfigureAwait(false);
        InvokeFailures.Check(token, response.Failures);
        if (response.Unknown)
            return OutputData<T>.Known(default!) with { IsKnown = false };
        var data = Convert<T>(token, response.Return, single);
        // Whether a result of secret arguments is secret is for the engine to say, which knows what the provider does with them.
        return data with { Resources = resources.Union(data.Resources) };
    }

    internal Output<T> Call<T>(string token, CallArgs args, Resource? self, CallOptions? options, RegisterPackageRequest? package) =>
        new(CallDataAsync<T>(token, args, self, options ?? new(), package));

    private async Task<OutputData<T>> CallDataAsync<T>(
        string token,
        CallArgs args,
        Resource? self,
        CallOptions options,
        RegisterPackageRequest? package
    )
    {
        ArgumentNullException.ThrowIfNull(args);
        var request = new ResourceCallRequest
        {
            Tok = token,
            Args = new(),
            Provider = await ProviderReferenceAsync(token, options.Provider, options.Parent).ConfigureAwait(false),
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            PackageRef = package is null ? "" : await Packages.ReferenceAsync(package).ConfigureAwait(false),
        };
        var keepOutputs = await Features.OutputValues.ConfigureAwait(false);
        IEnumerable<InputMember> members = args.Members();
        if (self is not null)
            members = members.Append(new(new("__self__"), self));
        foreach (var member in members)
        {
            var writer = new PropertyWriter(keepResources: true, keepOutputs);
            if (await writer.WriteMemberAsync(member).ConfigureAwait(false) is not { } written)
                continue;
            request.Args.Fields[member.Name] = written;
            var urns = await DependencyExpansion.UrnsAsync(writer.Dependencies, except: null).ConfigureAwait(false);
            request.ArgDependencies[member.Name] = new() { Urns = { urns } };
        }
        var response = await Monitor.CallAsync(request).ConfigureAwait(false);
        InvokeFailures.Check(token, response.Failures);
        var data = Convert<T>(token, response.Return, single: false);
        var dependencies = response
            .ReturnDependencies.Values.SelectMany(entry => entry.Urns)
            .Distinct()
            .Select(Resource (urn) => new DependencyResource(urn));
        return data with { Resources = data.Resources.Union(dependencies) };
    }

    private static async Task<Struct> WriteCallArgsAsync(string token, PropertyWriter writer, InvokeArgs args)
    {
        try
        {
            return (await writer.WriteAsync(args).ConfigureAwait(false))!.StructValue;
        }
        catch (UnsupportedValueException exception)
        {
            throw new RunException($"Arguments of {token}: {exception.Message}", exception);
        }
    }

    private static async Task<bool> AllExistAsync(IEnumerable<Resource> resources)
    {
        var exist = true;
        foreach (var resource in resources)
        {
            if (resource is DependencyResource)
                continue;
            await resource.Urn.DataTask.ConfigureAwait(false);
            if (resource is CustomResource custom)
                exist &= (await custom.Id.DataTask.ConfigureAwait(false)).IsKnown;
        }
        return exist;
    }

    private static async Task<string> ProviderReferenceAsync(string token, ProviderResource? provider, Resource? parent)
    {
        provider ??= parent?.ProviderFor(token);
        return provider is null ? "" : await provider.ReferenceAsync().ConfigureAwait(false);
    }

    private static OutputData<T> Convert<T>(string token, Struct? result, bool single)
    {
        var data = PropertyReader.Read(Value.ForStruct(result ?? new()));
        if (!data.IsKnown)
            return data.With(default(T)!, isKnown: false, data.IsSecret);
        var value = data.Value;
        if (single)
        {
            var members = (ImmutableDictionary<string, object?>)value!;
            value =
                members.Count == 1
                    ? members.Values.Single()
                    : throw new InvalidOperationException($"{token} should return one value; it returned {members.Count}.");
        }
        var (converted, mismatch) = TypeConverter.For(typeof(T)).Convert(value);
        if (mismatch is not null)
            throw new InvalidOperationException($"Result of {token}: {mismatch}.");
        return data.With((T)converted!, isKnown: true, data.IsSecret);
    }
}
