using System.Text.Json;
using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Providers.Kubernetes;

/// <summary>The provider's own arguments, as far as this engine acts on them.</summary>
/// <param name="RenderFolder">Where YAML is written instead of a cluster being changed; null for a cluster.</param>
/// <param name="Namespace">The namespace of objects that name none.</param>
/// <param name="ConfigMapsAreMutable">Changed data is an update, and no replacement.</param>
/// <param name="SecretsAreMutable">Changed data is an update, and no replacement.</param>
/// <param name="AlwaysRender">Files are written in every update.</param>
/// <param name="ForcesPatches">Takes fields from other managers.</param>
/// <param name="UpsertsExisting">Creating an object that exists takes it over.</param>
/// <param name="DeletesUnreachable">What is to be deleted from a cluster that is not reached is dropped from the state.</param>
internal sealed record ProviderSettings(
    string? RenderFolder,
    string? Namespace,
    bool ConfigMapsAreMutable,
    bool SecretsAreMutable,
    bool AlwaysRender,
    bool ForcesPatches,
    bool UpsertsExisting,
    bool DeletesUnreachable
)
{
    private const string EnvironmentPrefix = "PULUMI_K8S_";

    private static readonly string[] ClusterArguments = ["kubeconfig", "context", "cluster"];

    public static ProviderSettings Of(PropertyMap inputs) =>
        new(
            inputs.Text("renderYamlToDirectory"),
            inputs.Text("namespace"),
            Flag(inputs, "enableConfigMapMutable", "ENABLE_CONFIGMAP_MUTABLE"),
            Flag(inputs, "enableSecretMutable", "ENABLE_SECRET_MUTABLE"),
            Flag(inputs, "alwaysRender"),
            Flag(inputs, "enablePatchForce", "ENABLE_PATCH_FORCE"),
            Flag(inputs, "upsertExistingObjects", "UPSERT_EXISTING_OBJECTS"),
            Flag(inputs, "deleteUnreachable", "DELETE_UNREACHABLE")
        );

    /// <summary>What cannot be used together, and what only the published provider has.</summary>
    public static IEnumerable<CheckFailure> Conflicts(PropertyMap inputs) =>
        [.. FolderAndCluster(inputs), .. ClientSideApply(inputs), .. SkippedUpdates(inputs)];

    private static IEnumerable<CheckFailure> SkippedUpdates(PropertyMap inputs) =>
        Flag(inputs, "skipUpdateUnreachable")
            ?
            [
                new CheckFailure(
                    "skipUpdateUnreachable",
                    "is not built into this engine, which stops at a cluster that does not answer: leave the argument out, or run the "
                        + "program with the Pulumi CLI"
                ),
            ]
            : [];

    private static IEnumerable<CheckFailure> ClientSideApply(PropertyMap inputs) =>
        inputs.ContainsKey("enableServerSideApply")
        && !inputs["enableServerSideApply"].ContainsUnknown()
        && !Flag(inputs, "enableServerSideApply")
        && inputs.Text("renderYamlToDirectory") is null
            ?
            [
                new CheckFailure(
                    "enableServerSideApply",
                    "false is not built into this engine, which always uses server-side apply: leave the argument out, or run the "
                        + "program with the Pulumi CLI"
                ),
            ]
            : [];

    private static IEnumerable<CheckFailure> FolderAndCluster(PropertyMap inputs) =>
        inputs.Text("renderYamlToDirectory") is null
            ? []
            : from name in ClusterArguments
            where inputs.ContainsKey(name)
            select new CheckFailure(
                name,
                "cannot be given together with renderYamlToDirectory: objects go to a folder or to a cluster. Remove one of the two"
            );

    // Generated SDKs send booleans as JSON texts.
    private static bool Flag(PropertyMap inputs, string name, string? variable = null) =>
        inputs.Get(name)?.Plain() switch
        {
            PropertyBool b => b.Value,
            PropertyString s => IsTrue(s.Value),
            _ => variable is not null && Environment.GetEnvironmentVariable(EnvironmentPrefix + variable) is { } text && IsTrue(text),
        };

    private static bool IsTrue(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(text).ValueKind == JsonValueKind.True;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
