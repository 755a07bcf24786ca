using Xunit.Abstractions;
using Xunit.Sdk;

namespace EndToEnd.Tests;

/// <summary>Runs the tests of a class by <see cref="StepAttribute"/>.</summary>
public sealed class StepOrderer : ITestCaseOrderer
{
    public const string Type = "EndToEnd.Tests.StepOrderer";
    public const string Assembly = "EndToEnd.Tests";

    public IEnumerable<TTestCase> OrderTestCases<TTestCase>(IEnumerable<TTestCase> testCases)
        where TTestCase : ITestCase =>
        testCases.OrderBy(test =>
            test.TestMethod.Method.GetCustomAttributes(typeof(StepAttribute).AssemblyQualifiedName)
                .SingleOrDefault()
                ?.GetNamedArgument<int>(nameof(StepAttribute.Number))
            ?? int.MaxValue
        );
}
