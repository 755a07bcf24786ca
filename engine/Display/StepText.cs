using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Display;

/// <summary>How a step is written.</summary>
internal static class StepText
{
    public static string Symbol(StepOp op) =>
        op switch
        {
            StepOp.Create or StepOp.CreateReplacement => "+",
            StepOp.Update or StepOp.Refresh or StepOp.RemovePendingReplace => "~",
            StepOp.Replace => "±",
            StepOp.Delete or StepOp.DeleteReplaced or StepOp.Discard or StepOp.DiscardReplaced => "-",
            StepOp.Read or StepOp.ReadReplacement => ">",
            StepOp.Import or StepOp.ImportReplacement => "=",
            StepOp.Same => " ",
        };

    public static Tone Tone(StepOp op) =>
        op switch
        {
            StepOp.Create or StepOp.CreateReplacement or StepOp.Import or StepOp.ImportReplacement => Display.Tone.Create,
            StepOp.Update or StepOp.RemovePendingReplace => Display.Tone.Update,
            StepOp.Replace => Display.Tone.Replace,
            StepOp.Delete or StepOp.DeleteReplaced or StepOp.Discard or StepOp.DiscardReplaced => Display.Tone.Delete,
            StepOp.Same or StepOp.Read or StepOp.ReadReplacement or StepOp.Refresh => Display.Tone.Plain,
        };

    /// <summary>In a plan and in a summary, for example <c>create</c>.</summary>
    public static string Plan(StepOp op) =>
        op switch
        {
            StepOp.Same => "unchanged",
            _ => op.Text(),
        };

    public static string Doing(StepOp op) =>
        op switch
        {
            StepOp.Create => "creating",
            StepOp.CreateReplacement => "creating the replacement",
            StepOp.Update => "updating",
            StepOp.Delete => "deleting",
            StepOp.DeleteReplaced => "deleting the original",
            StepOp.Refresh => "refreshing",
            StepOp.Read or StepOp.ReadReplacement => "reading",
            StepOp.Import or StepOp.ImportReplacement => "importing",
            StepOp.Replace => "replacing",
            StepOp.Same => "checking",
            StepOp.Discard or StepOp.DiscardReplaced or StepOp.RemovePendingReplace => op.Text(),
        };

    public static string Done(StepOp op) =>
        op switch
        {
            StepOp.Create => "created",
            StepOp.CreateReplacement => "replacement created",
            StepOp.Update => "updated",
            StepOp.Delete => "deleted",
            StepOp.DeleteReplaced => "original deleted",
            StepOp.Refresh or StepOp.Same => "unchanged",
            StepOp.Read or StepOp.ReadReplacement => "read",
            StepOp.Import or StepOp.ImportReplacement => "imported",
            StepOp.Replace => "replaced",
            StepOp.Discard or StepOp.DiscardReplaced or StepOp.RemovePendingReplace => op.Text(),
        };
}
