namespace EndToEnd.Tests;

/// <summary>The place of a test in the story that its class tells: the tests of one class share a checkout and run in this order.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class StepAttribute(int number) : Attribute
{
    public int Number { get; } = number;
}
