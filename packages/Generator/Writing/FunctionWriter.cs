using Pulumi.Generator.Naming;
using Pulumi.Generator.Schema;
using Pulumi.Generator.Types;

namespace Pulumi.Generator.Writing;

/// <summary>Writes functions: a static class with InvokeAsync (plain values) and Invoke (outputs), and their Args and Result
/// classes.</summary>
public sealed class FunctionWriter(Bindings bindings, SourceWriter source)
{
    private const string Plain = "global::Pulumi.InvokeOptions? options = null";
    private const string Output = "global::Pulumi.InvokeOutputOptions options";

    public void Write(FunctionSpec function)
    {
        var name = PackageNames.Class(function.Token);
        if (function.DeprecationMessage is { } message)
        {
            source.Line(Literals.Obsolete(message));
        }

        using (source.Open($"public static class {(name is "Invoke" or "InvokeAsync" ? name + "Function" : name)}"))
        {
            WriteMembers(function, name);
        }

        source.Line();
        if (function.MultiArgumentInputs.Count == 0 && function.Inputs.Properties.Count > 0)
        {
            var inputs = new InputClassWriter(bindings, source);
            inputs.Write(new InputClass(name + "Args", "InvokeArgs", function.Inputs, Shape.FunctionPlain));
            inputs.Write(new InputClass(name + "InvokeArgs", "InvokeArgs", function.Inputs, Shape.FunctionInput));
        }

        if (function.Outputs is { } outputs)
        {
            new OutputClassWriter(bindings, source).Write(name + "Result", outputs, Shape.FunctionOutput);
        }
    }

    private void WriteMembers(FunctionSpec function, string name)
    {
        var call = new FunctionCall(function, name, bindings);
        if (function.MultiArgumentInputs.Count > 0)
        {
            var parameters = function.MultiArgumentInputs.Select(wire => function.Inputs.Properties.Single(p => p.Name == wire)).ToList();
            WriteMethod(
                call.Async(Dictionary(parameters), "invokeOptions"),
                $"{Parameters(function, parameters, Shape.FunctionPlain)}global::Pulumi.InvokeOptions? invokeOptions = null"
            );
            WriteMethod(
                call.Invoke(Dictionary(parameters), "invokeOptions"),
                $"{Parameters(function, parameters, Shape.FunctionInput)}global::Pulumi.InvokeOptions? invokeOptions = null"
            );
            return;
        }

        if (function.Inputs.Properties.Count == 0)
        {
            const string none = "global::Pulumi.InvokeArgs.Empty";
            WriteMethod(call.Async(none), Plain);
            WriteMethod(call.Invoke(none), Plain);
            WriteMethod(call.Invoke(none), Output);
            return;
        }

        var optional = function.Inputs.Required.Count == 0;
        WriteMethod(call.Async($"args ?? new {name}Args()"), $"{name}Args{(optional ? "? args = null" : " args")}, {Plain}");
        if (call.HasResult)
        {
            WriteMethod(
                call.Invoke($"args ?? new {name}InvokeArgs()"),
                $"{name}InvokeArgs{(optional ? "? args = null" : " args")}, {Plain}"
            );
            WriteMethod(call.Invoke($"args ?? new {name}InvokeArgs()"), $"{name}InvokeArgs args, {Output}");
        }
    }

    private void WriteMethod((string Head, string Body) call, string parameters) =>
        source.Line($"public static {call.Head}({parameters}) => {call.Body};");

    private string Parameters(FunctionSpec function, List<PropertySpec> properties, Shape shape) =>
        string.Concat(
            properties.Select(p =>
            {
                var type = shape == Shape.FunctionPlain ? bindings.Types.Element(p.Type, shape) : bindings.Types.Input(p.Type, shape);
                return $"{type}{(function.Inputs.Required.Contains(p.Name) ? "" : "?")} "
                    + $"{Identifiers.LowerFirst(p.Name)}{(function.Inputs.Required.Contains(p.Name) ? "" : " = null")}, ";
            })
        );

    private string Dictionary(List<PropertySpec> properties) =>
        $"global::{bindings.Names.Root}.Utilities.Arguments("
        + string.Join(", ", properties.Select(p => $"(\"{p.Name}\", {Identifiers.LowerFirst(p.Name)})"))
        + ")";
}
