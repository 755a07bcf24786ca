using Components.Values;

namespace Components.Rollouts;

/// <summary>A second version beside the first, at full size; all traffic goes to one of them. The release's own version is blue.</summary>
/// <param name="Green">The version that is green.</param>
/// <param name="IsGreenActive">Whether green gets the traffic.</param>
/// <param name="Place">Where the stack says so.</param>
public sealed record BlueGreen(ImageVersion Green, bool IsGreenActive, Place? Place = null);
