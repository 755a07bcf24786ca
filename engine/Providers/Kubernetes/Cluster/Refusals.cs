using System.Net;

namespace Engine.Providers.Kubernetes.Cluster;

/// <summary>What the API server's refusals mean, and what to do.</summary>
internal static class Refusals
{
    public static string Explained(ApiException e) => e.Message + Advice(e);

    private static string Advice(ApiException e) =>
        e switch
        {
            { IsAlreadyExists: true } => """
                .
                The cluster has this object, and this stack has not made it:
                  - a resource of this stack was renamed: give it an alias with its old name;
                  - it shall become this stack's: give the resource the option import, or run `pulumi import`;
                  - it is someone else's, and only some fields are to be set: use the Patch resource of the kind;
                  - any such object shall be taken over: set upsertExistingObjects on the provider.
                """,
            { IsConflict: true } when e.Causes.Count > 0 => $"""
                .
                Another program sets the same fields:
                {string.Join('\n', e.Causes.Select(cause => "  - " + cause))}
                Leave these fields to it (drop them here, or list them in ignoreChanges), or take them: annotate the object with pulumi.com/patchForce: "true".
                """,
            { Status: HttpStatusCode.UnprocessableEntity }
                when e.Message.Contains("immutable", StringComparison.Ordinal)
                    || e.Message.Contains("are forbidden", StringComparison.Ordinal) =>
                "\nSuch a field cannot change: undo the change, or make the object anew: give the resource the option replaceOnChanges, "
                    + "or run up with --replace and its URN.",
            { Status: HttpStatusCode.Forbidden } when e.Message.Contains("exceeded quota", StringComparison.Ordinal) =>
                "\nRaise the namespace's quota, or ask for less.",
            { Status: HttpStatusCode.Forbidden } when e.Message.Contains("cannot", StringComparison.Ordinal) =>
                "\nThe credentials of the kubeconfig lack this right: grant it, or use others.",
            { Reason: ApiObjects.UnknownKind } => "",
            { IsNotFound: true } => "\nMake it first: if it is in this program, let this resource depend on it.",
            _ => "",
        };
}
