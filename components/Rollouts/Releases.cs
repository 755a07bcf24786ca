using System.Runtime.CompilerServices;
using Agreement;
using Components.Settings;
using Components.Values;

namespace Components.Rollouts;

/// <summary>The releases of a stack, by workload. Each must be asked for by the program, and each that is asked for must be
/// there.</summary>
public sealed class Releases
{
    private readonly IReadOnlyDictionary<string, Release> _releases;
    private readonly Dictionary<string, Place> _asked = [];
    private readonly string _key;
    private readonly Place _place;

    private Releases(IReadOnlyDictionary<string, Release> releases, string key, Place place) =>
        (_releases, _key, _place) = (releases, key, place);

    /// <summary>Reads the releases of a stack.</summary>
    /// <param name="document">The stack's settings.</param>
    /// <param name="key">The key that holds them.</param>
    public static Releases Read(SettingsDocument document, string key)
    {
        ArgumentNullException.ThrowIfNull(document);
        var setting = document.Require(key, $"  {key}:\n    shop/orders: {{ version: 1.4.1, replicas: 3 }}");
        var releases = setting?.Members().ToDictionary(member => member.Key, member => ReleaseReader.Read(member.Key, member.Value)) ?? [];
        return new(releases, key, setting?.KeyPlace ?? new Place(document.File.Path));
    }

    /// <summary>The release of a workload.</summary>
    /// <param name="workload">The workload, <c>namespace/name</c>.</param>
    /// <param name="file">Set by the compiler.</param>
    /// <param name="line">Set by the compiler.</param>
    public Release this[string workload, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(workload);
            _asked.TryAdd(workload, Place.Source(file, line));
            if (_releases.TryGetValue(workload, out var release))
            {
                return release;
            }

            ProblemCollection.Report(
                new Problem(
                    _place,
                    $"{_key} has no release of '{workload}'",
                    $"{_asked[workload]} asks for it. Add {workload}: {{ version: 1.0.0, replicas: 2 }}."
                )
            );
            return new Release(workload, ImageVersion.Parse("0"), new Replicas(1), _place);
        }
    }

    /// <summary>Reports releases that no workload asked for. To be called when all are declared.</summary>
    public void RefuseUnused()
    {
        foreach (var release in _releases.Values.Where(release => !_asked.ContainsKey(release.Workload)))
        {
            var meant = Spelling.Meant(release.Workload, _asked.Keys.Where(workload => !_releases.ContainsKey(workload)))
                ?? Spelling.Meant(release.Workload, _asked.Keys);
            var advice = meant is null ? "" : $" Did you mean '{meant}' ({_asked[meant]})?";
            ProblemCollection.Report(
                new Problem(
                    release.Place,
                    $"no workload is named '{release.Workload}'",
                    $"Releases must match a workload of the program.{advice}"
                )
            );
        }
    }
}
