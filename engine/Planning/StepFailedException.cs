namespace Engine.Planning;

/// <summary>A step has failed, and the events have said so.</summary>
internal sealed class StepFailedException() : Exception("a step has failed");
