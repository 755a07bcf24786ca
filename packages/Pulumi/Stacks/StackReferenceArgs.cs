namespace Pulumi;

/// <summary>Arguments of a <see cref="StackReference"/>.</summary>
public class StackReferenceArgs : ResourceArgs
{
    /// <summary>The stack: <c>organization/project/stack</c>.</summary>
    /// <value>The reference's own name if not set.</value>
    [Input("name", required: true)]
    public Input<string>? Name { get; set; }
}
