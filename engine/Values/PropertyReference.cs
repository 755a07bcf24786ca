namespace Engine.Values;

/// <summary>A resource used as a value.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="Id">Null for a component; <see cref="PropertyComputed"/> while unknown; else a <see cref="PropertyString"/>.</param>
/// <param name="PackageVersion">Version of the package that the type is from; may be empty.</param>
internal sealed record PropertyReference(Urn Urn, PropertyValue? Id, string PackageVersion = "") : PropertyValue;
