using Engine.Schemas;

namespace Engine.Tests.Providers;

/// <summary>The packages' schema files, as the build lays them beside the engine (and so beside these tests).</summary>
internal static class RepositorySchemas
{
    public static SchemaCatalog Catalog { get; } = SchemaCatalog.BesideEngine;
}
