using Engine.Events;

namespace Engine.Effects.Rules;

/// <summary>What a step does: what holds for every resource first, then by what it is.</summary>
internal static class StepRules
{
    public static Finding Of(StepDescription step, World world) =>
        step switch
        {
            { Op: StepOp.Delete or StepOp.Replace, Old.Protect: true } => new Finding(
                "is protected: the update refuses to delete it",
                Impact.Refused
            )
            {
                Advice = ["to delete it all the same: take its protection away in an update before this one"],
            },
            { Op: StepOp.Delete, Old.RetainOnDelete: true } => new Finding("leaves the stack, stays as it is"),
            { Op: StepOp.Import } => new Finding("exists already, is taken into the stack"),
            { Op: StepOp.Create or StepOp.Update or StepOp.Replace or StepOp.Delete } => ClusterObject.Of(step.New ?? step.Old) is null
                ? CloudRules.Of(step)
                : ObjectRules.Of(new ObjectChange(step, ClusterObject.Of(step.Old), ClusterObject.Of(step.New), world)),
            _ => new Finding("") { IsMinor = true },
        };
}
