using Pulumi.Generator.Schema;
using Pulumi.Generator.Types;

namespace Pulumi.Generator.Writing;

/// <summary>Head and body of a function's two calls; a result that is no object is the one value of the answer.</summary>
public sealed class FunctionCall(FunctionSpec function, string name, Bindings bindings)
{
    private readonly string? _result =
        function.Outputs is not null ? name + "Result"
        : function.ReturnType is { } type ? bindings.Types.Element(type, Shape.FunctionOutput)
        : null;

    private readonly string _single = function.Outputs is null && function.ReturnType is { Kind: not TypeKind.Object } ? "Single" : "";

    public bool HasResult => _result is not null;

    public (string Head, string Body) Async(string args, string options = "options") =>
        _result is null
            ? ("Task InvokeAsync", $"global::Pulumi.Deployment.Instance.InvokeAsync(\"{function.Token}\", {args}, {WithDefaults(options)})")
            : (
                $"Task<{_result}> InvokeAsync",
                $"global::Pulumi.Deployment.Instance.Invoke{_single}Async<{_result}>(\"{function.Token}\", {args}, {WithDefaults(options)})"
            );

    public (string Head, string Body) Invoke(string args, string options = "options") =>
        (
            $"global::Pulumi.Output<{_result}> Invoke",
            $"global::Pulumi.Deployment.Instance.Invoke{_single}<{_result}>(\"{function.Token}\", {args}, {WithDefaults(options)})"
        );

    private string WithDefaults(string options) => $"global::{bindings.Names.Root}.Utilities.WithDefaults({options})";
}
