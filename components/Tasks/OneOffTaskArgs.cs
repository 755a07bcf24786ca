namespace Components.Tasks;

/// <summary>What a <see cref="OneOffTask"/> is made of.</summary>
public sealed class OneOffTaskArgs : TaskArgs;
