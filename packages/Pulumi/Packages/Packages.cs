using System.Collections.Concurrent;
using Google.Protobuf;

namespace Pulumi;

/// <summary>Packages that were registered with the engine, each once.</summary>
internal sealed class Packages(Features features, IMonitor monitor)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _references = new();

    /// <summary>The engine's reference for a package; resources and calls of the package carry it.</summary>
    public Task<string> ReferenceAsync(RegisterPackageRequest package) =>
        _references.GetOrAdd(Key(package), _ => new(() => RegisterAsync(package))).Value;

    private async Task<string> RegisterAsync(RegisterPackageRequest package)
    {
        await features.RequireAsync("parameterization", $"The parameterized package '{package.Name}'").ConfigureAwait(false);
        var request = new Pulumirpc.RegisterPackageRequest
        {
            Name = package.Name,
            Version = package.Version,
            DownloadUrl = package.DownloadUrl,
            Parameterization = Parameter(package.Parameterization),
            Extension = Parameter(package.Extension),
        };
        foreach (var (platform, checksum) in package.Checksums)
            request.Checksums[platform] = ByteString.CopyFrom(checksum);
        return await monitor.RegisterPackageAsync(request).ConfigureAwait(false);
    }

    private static Pulumirpc.Parameterization? Parameter(RegisterPackageRequest.PackageParameterization? given) =>
        given is null
            ? null
            : new()
            {
                Name = given.Name,
                Version = given.Version,
                Value = ByteString.CopyFrom(given.Value),
            };

    private static string Key(RegisterPackageRequest package) =>
        string.Join('\n', package.Name, package.Version, package.DownloadUrl, Key(package.Parameterization), Key(package.Extension));

    private static string Key(RegisterPackageRequest.PackageParameterization? given) =>
        given is null ? "" : $"{given.Name}\t{given.Version}\t{Convert.ToBase64String(given.Value)}";
}
