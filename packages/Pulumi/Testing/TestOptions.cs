namespace Pulumi.Testing;

/// <summary>What the program under test is told about its stack.</summary>
public class TestOptions
{
    /// <summary>The project's name.</summary>
    /// <value><c>project</c> if not set.</value>
    public string? ProjectName { get; set; }

    /// <summary>The directory of Pulumi.yaml.</summary>
    /// <value>None: reading <see cref="DeploymentInstance.RootDirectory"/> throws.</value>
    public string? RootDirectory { get; set; }

    /// <summary>The stack's name.</summary>
    /// <value><c>stack</c> if not set.</value>
    public string? StackName { get; set; }

    /// <summary>The organization's name.</summary>
    /// <value><c>organization</c> if not set.</value>
    public string? OrganizationName { get; set; }

    /// <summary>Whether this is a preview.</summary>
    /// <value><see langword="true"/> if not set.</value>
    public bool? IsPreview { get; set; }
}
