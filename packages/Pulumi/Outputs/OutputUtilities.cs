using System.Collections.Immutable;

namespace Pulumi.Utilities;

/// <summary>A look inside outputs, for libraries and tests.</summary>
public static class OutputUtilities
{
    /// <summary>An output that counts as unknown, with the value to show to who looks inside.</summary>
    public static Output<T> CreateUnknown<T>(T value) => Output.Unknown(value);

    /// <summary>An output that counts as unknown; the value comes from a function.</summary>
    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory)
    {
        ArgumentNullException.ThrowIfNull(valueFactory);
        return new(Make(valueFactory));

        static async Task<OutputData<T>> Make(Func<Task<T>> factory) =>
            OutputData<T>.Known(await factory().ConfigureAwait(false)) with
            {
                IsKnown = false,
            };
    }

    /// <summary>The resources that the output came from; waits until it is resolved.</summary>
    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output) =>
        (await output.DataTask.ConfigureAwait(false)).Resources;

    /// <summary>Whether the value is known; waits until the output is resolved.</summary>
    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output) => (await output.DataTask.ConfigureAwait(false)).IsKnown;

    /// <summary>The value; waits until the output is resolved. Of an unknown output this is the default of the type.</summary>
    public static async Task<T> GetValueAsync<T>(Output<T> output) => (await output.DataTask.ConfigureAwait(false)).Value;

    /// <summary>The same output, depending on one more resource.</summary>
    public static Output<T> WithDependency<T>(Output<T> output, Resource resource)
    {
        return new(Add(output, resource));

        static async Task<OutputData<T>> Add(Output<T> output, Resource resource)
        {
            var data = await output.DataTask.ConfigureAwait(false);
            return data with { Resources = data.Resources.Add(resource) };
        }
    }
}
