using Engine.Values;

namespace Engine.Providers.Kubernetes;

/// <param name="Former">Of an update: the object as it was called.</param>
/// <param name="FieldManager">The name under which the API server notes who owns which field.</param>
/// <param name="Timeout">How long to wait until the object is ready; null for the kind's default.</param>
internal sealed record ObjectWrite(
    Urn Urn, ObjectIdentity Identity, ObjectIdentity? Former, PropertyMap Manifest, string FieldManager, TimeSpan? Timeout);
