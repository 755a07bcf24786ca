using System.Security.Cryptography;
using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Providers.Kubernetes;

/// <summary>The outputs as the state keeps them: the object as it is, and beside it what it was made from.</summary>
internal static class CheckpointObject
{
    public const string InputsKey = "__inputs";
    public const string FieldManagerKey = "__fieldManager";
    private const string InitialApiVersionKey = "__initialApiVersion";
    private const string FieldManagerAnnotation = "pulumi.com/patchFieldManager";
    private const string BookKeepingPrefix = "__";

    public static PropertyMap Of(PropertyMap inputs, PropertyMap live, string initialApiVersion, string fieldManager) =>
        new(
            SchemaKeys
                .ToProgram(live)
                .Append(KeyValuePair.Create<string, PropertyValue>(InputsKey, SchemaKeys.ToProgram(inputs)))
                .Append(KeyValuePair.Create<string, PropertyValue>(InitialApiVersionKey, initialApiVersion))
                .Append(KeyValuePair.Create<string, PropertyValue>(FieldManagerKey, fieldManager))
        );

    /// <summary>The object alone.</summary>
    public static PropertyMap Live(PropertyMap outputs) =>
        new(outputs.Where(m => !m.Key.StartsWith(BookKeepingPrefix, StringComparison.Ordinal)));

    /// <summary>The inputs that the object was made from; of an object from elsewhere, those that the state has.</summary>
    public static PropertyMap Inputs(PropertyMap outputs, PropertyMap otherwise) =>
        outputs.Get(InputsKey)?.Plain() as PropertyMap ?? otherwise;

    public static string InitialApiVersion(PropertyMap outputs, ObjectKind kind) => outputs.Text(InitialApiVersionKey) ?? kind.ApiVersion;

    /// <summary>The name asked for by annotation, else the one that the object has had, else a new one.</summary>
    public static string FieldManager(PropertyMap inputs, PropertyMap outputs) =>
        inputs.Map("metadata").Map("annotations").Text(FieldManagerAnnotation)
        ?? outputs.Text(FieldManagerKey)
        ?? "pulumi-kubernetes-" + RandomNumberGenerator.GetHexString(8, lowercase: true);
}
