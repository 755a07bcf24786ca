namespace Infra.Policies;

/// <summary>Whether a proposed change is being checked, where there is still time to put things right.</summary>
public static class PullRequest
{
    /// <summary>Said by the CI system: GitHub Actions names the event, GitLab the merge request.</summary>
    public static bool IsBuilt =>
        Environment.GetEnvironmentVariable("GITHUB_EVENT_NAME") is "pull_request" or "pull_request_target" or "merge_group"
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI_MERGE_REQUEST_ID"));
}
