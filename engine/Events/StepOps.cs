namespace Engine.Events;

internal static class StepOps
{
    /// <summary>As Pulumi's JSON has it, for example <c>create-replacement</c>.</summary>
    public static string Text(this StepOp op) =>
        op switch
        {
            StepOp.Same => "same",
            StepOp.Create => "create",
            StepOp.Update => "update",
            StepOp.Delete => "delete",
            StepOp.Replace => "replace",
            StepOp.CreateReplacement => "create-replacement",
            StepOp.DeleteReplaced => "delete-replaced",
            StepOp.Read => "read",
            StepOp.ReadReplacement => "read-replacement",
            StepOp.Refresh => "refresh",
            StepOp.Discard => "discard",
            StepOp.DiscardReplaced => "discard-replaced",
            StepOp.RemovePendingReplace => "remove-pending-replace",
            StepOp.Import => "import",
            StepOp.ImportReplacement => "import-replacement",
        };
}
