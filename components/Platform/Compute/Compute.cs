namespace Components.Platform;

/// <summary>What the cluster's pods run on: <see cref="AutoMode"/> or <see cref="NodeGroups"/>.</summary>
public abstract record Compute
{
    private protected Compute() { }
}
