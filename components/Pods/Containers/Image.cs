using System.Text.RegularExpressions;
using Components.Rollouts;
using Components.Values;
using Pulumi;

namespace Components.Pods;

/// <summary>
/// An image: a repository (<c>nginx</c>), whose version the release says, or one pinned version (<c>nginx:1.29.3</c>,
/// <c>nginx@sha256:…</c>).
/// </summary>
public sealed partial record Image
{
    private readonly Input<string> _repository;

    private Image(Input<string> repository, ImageVersion? version) => (_repository, Version) = (repository, version);

    /// <summary>The version, where the image is pinned to one.</summary>
    public ImageVersion? Version { get; }

    /// <summary>Takes a repository, with or without a version.</summary>
    public static implicit operator Image(string reference) => Parse(reference);

    /// <summary>Takes a repository that another resource makes.</summary>
    public static implicit operator Image(Output<string> repository) => FromOutput(repository);

    /// <summary>Takes a repository that another resource makes.</summary>
    public static Image FromOutput(Output<string> repository) => new(repository, null);

    /// <summary>Takes a repository, with or without a version.</summary>
    /// <exception cref="FormatException">It is no image.</exception>
    public static Image Parse(string reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var match = Pattern().Match(reference);
        if (!match.Success)
        {
            return ProblemCollection.Refuse(
                $"image '{reference}' is no image. Write a repository such as nginx or registry.example.com/shop/orders, and a version "
                    + $"only where no release says one.",
                new Image("refused", null)
            );
        }

        var version = match.Groups["version"];
        return new(match.Groups["repository"].Value, version.Success ? ImageVersion.Parse(version.Value) : null);
    }

    /// <summary>The full reference, with the release's version unless the image is pinned.</summary>
    /// <param name="release">The release's version, or null where there is none.</param>
    /// <exception cref="FormatException">Neither says a version.</exception>
    internal Input<string> Reference(ImageVersion? release)
    {
        var version = Version
            ?? release
            ?? ProblemCollection.Refuse(
                "the image has no version. Write one, as in nginx:1.29.3, or give the workload a release.",
                ImageVersion.Parse("0")
            );
        return _repository.Apply(repository => version.Of(repository));
    }

    [GeneratedRegex(
        "^(?<repository>([a-zA-Z0-9.-]+(:[0-9]+)?/)?[a-z0-9]+([._/-]+[a-z0-9]+)*)([:@](?<version>[^/]+))?\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Pattern();
}
