using Pulumi.Generator.Naming;
using Pulumi.Generator.Schema;
using Pulumi.Generator.Types;

namespace Pulumi.Generator.Writing;

/// <summary>Writes methods of resources: calls that the provider answers, and their Args and Result classes.</summary>
public sealed class MethodWriter(Bindings bindings, SourceWriter source)
{
    /// <summary>The method itself, inside the resource's class.</summary>
    public void Write(string resourceClass, string name, FunctionSpec function)
    {
        var method = Identifiers.Up(name);
        var inputs = WithoutSelf(function.Inputs);
        var argsClass = resourceClass + method + "Args";
        var parameters =
            inputs.Properties.Count == 0 ? ""
            : inputs.Required.Count == 0 ? $"{argsClass}? args = null"
            : $"{argsClass} args";
        var args = inputs.Properties.Count == 0 ? "global::Pulumi.CallArgs.Empty" : $"args ?? new {argsClass}()";
        if (function.Outputs is null)
        {
            source.Line(
                $"public void {method}({parameters}) => global::Pulumi.Deployment.Instance.Call(\"{function.Token}\", {args}, this);"
            );
            return;
        }

        var call = $"global::Pulumi.Deployment.Instance.Call<{resourceClass}{method}Result>(\"{function.Token}\", {args}, this)";
        if (Lifted(function) is { } lifted)
        {
            var type = bindings.Types.Element(lifted.Type, Shape.Output);
            source.Line(
                $"public global::Pulumi.Output<{type}> {method}({parameters}) => {call}.Apply(v => v.{Identifiers.Property(lifted)});"
            );
        }
        else
        {
            source.Line($"public global::Pulumi.Output<{resourceClass}{method}Result> {method}({parameters}) => {call};");
        }
    }

    /// <summary>The classes beside the resource that the method needs.</summary>
    public void WriteTypes(string resourceClass, string name, FunctionSpec function)
    {
        var method = resourceClass + Identifiers.Up(name);
        var inputs = WithoutSelf(function.Inputs);
        if (inputs.Properties.Count > 0)
        {
            new InputClassWriter(bindings, source).Write(new InputClass(method + "Args", "CallArgs", inputs, Shape.Input));
        }

        if (function.Outputs is { } outputs)
        {
            new OutputClassWriter(bindings, source).Write(
                method + "Result",
                outputs,
                Shape.Output,
                Lifted(function) is null ? "public" : "internal"
            );
        }
    }

    private PropertySpec? Lifted(FunctionSpec function) =>
        bindings.Schema.CSharp.LiftSingleValueMethodReturns && function.Outputs?.Properties is [var only] ? only : null;

    private static ObjectSpec WithoutSelf(ObjectSpec inputs) =>
        new(
            [.. inputs.Properties.Where(p => p.Name != "__self__")],
            inputs.Required.Where(r => r != "__self__").ToHashSet(StringComparer.Ordinal)
        );
}
