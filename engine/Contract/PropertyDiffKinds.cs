namespace Engine.Contract;

internal static class PropertyDiffKinds
{
    public static bool IsReplace(this PropertyDiffKind kind) => ((int)kind & 1) == 1;

    public static PropertyDiffKind AsReplace(this PropertyDiffKind kind) => (PropertyDiffKind)((int)kind | 1);

    /// <summary>As Pulumi's JSON has it, for example <c>update-replace</c>.</summary>
    public static string Text(this PropertyDiffKind kind) =>
        kind switch
        {
            PropertyDiffKind.Add => "add",
            PropertyDiffKind.AddReplace => "add-replace",
            PropertyDiffKind.Delete => "delete",
            PropertyDiffKind.DeleteReplace => "delete-replace",
            PropertyDiffKind.Update => "update",
            PropertyDiffKind.UpdateReplace => "update-replace",
        };
}
