namespace Pulumi;

/// <summary>Stands for a resource of which only the URN is known, as a dependency of outputs.</summary>
internal sealed class DependencyResource(string urn) : CustomResource(Output.Create(urn), Output.Unknown(""));
