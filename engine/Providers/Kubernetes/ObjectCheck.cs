using Agreement;
using Engine.Contract;
using Engine.Schemas;
using Engine.Values;

namespace Engine.Providers.Kubernetes;

/// <summary>Checks an object's inputs and fills in what the program may leave out: name, namespace, kind.</summary>
internal sealed class ObjectCheck(SchemaCatalog catalog, PackageSchema? schema, KindScopes scopes, IObjectTarget? target)
{
    private const string ListSuffix = "List";

    public async Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellation)
    {
        if (
            target is not null
            && ObjectKind.Of(request.Urn.Type) is { } kind
            && !IsBuiltIn(kind)
            && await target.IsNamespacedAsync(kind, cancellation) is { } namespaced
        )
        {
            scopes.Learn(kind, namespaced);
        }

        return Check(request);
    }

    private CheckResult Check(CheckRequest request)
    {
        var token = request.Urn.Type;
        if (ObjectKind.Of(token) is not { } kind)
        {
            return new CheckResult(request.News, [new CheckFailure("", UnknownType(token))]);
        }

        if (kind.Kind.EndsWith(ListSuffix, StringComparison.Ordinal) && schema?.Resource(token) is not null)
        {
            return new CheckResult(
                request.News,
                [
                    new CheckFailure(
                        "",
                        $"a {kind.Kind} cannot be created; declare each {kind.Kind[..^ListSuffix.Length]} as a resource of its own"
                    ),
                ]
            );
        }

        var failures = new List<CheckFailure>();
        if (schema?.Resource(token) is { } resource)
        {
            failures.AddRange(SchemaCheck.Inputs(catalog, schema, resource.Inputs, request.News));
        }
        else if (IsBuiltIn(kind))
        {
            failures.Add(new CheckFailure("", UnknownType(token)));
        }

        var inputs = Identified(request.News, kind);
        inputs = ObjectNames.Named(inputs, request.Olds, request.Urn, request.RandomSeed.Span);
        inputs = ManagedByLabel.Kept(InNamespace(inputs, kind), request.Olds);
        inputs = SchemaKeys.ToManifest(InputForm.Of(inputs, kind, schema, token));
        if (inputs.Map("metadata").ContainsKey("generateName"))
        {
            failures.Add(
                new CheckFailure(
                    "metadata.generateName",
                    "cannot be used: the name must be known. Give a name, or leave both out and one is generated"
                )
            );
        }

        if (kind.IsCustomResourceDefinition)
        {
            scopes.Learn(inputs);
        }

        failures.AddRange(NameTaken(inputs, request.Urn));
        return new CheckResult(inputs, failures);
    }

    private static PropertyMap Identified(PropertyMap inputs, ObjectKind kind) =>
        inputs.With("apiVersion", inputs.Get("apiVersion") ?? kind.ApiVersion).With("kind", inputs.Get("kind") ?? kind.Kind);

    private PropertyMap InNamespace(PropertyMap inputs, ObjectKind kind)
    {
        var metadata = inputs.Map("metadata");
        return
            scopes.IsNamespaced(kind)
            && metadata.Get("namespace")?.Plain() is null or PropertyNull or PropertyString { Value: "" }
            && inputs.Get("metadata")?.Plain() is PropertyMap
            ? inputs.With("metadata", metadata.With("namespace", target?.DefaultNamespace ?? "default"))
            : inputs;
    }

    private IEnumerable<CheckFailure> NameTaken(PropertyMap inputs, Urn urn) =>
        target is not null
        && !ObjectKind.Of(urn.Type)!.Value.IsPatchOf(inputs)
        && ObjectIdentity.Of(inputs) is { } identity
        && target.Claim(identity, urn) is { } other
            ?
            [
                new CheckFailure(
                    "metadata.name",
                    $"{identity} is declared twice: also by '{other.Name}' ({other}). Give one of them another name, or remove it"
                ),
            ]
            : [];

    // Groups of Kubernetes itself have no dot, or end in k8s.io; any other kind may come from a CustomResourceDefinition.
    private bool IsBuiltIn(ObjectKind kind) =>
        schema is not null
        && (kind.Group.Length == 0 || schema.ResourceTokens.Any(t => ObjectKind.Of(t) is { } known && known.Group == kind.Group));

    private string UnknownType(string token)
    {
        var meant = Spelling.Nearest(token, schema?.ResourceTokens ?? []);
        return $"'{token}' is no type of package kubernetes{(meant.Count == 0 ? "" : $" (did you mean '{meant[0]}'?)")}; types are "
            + $"kubernetes:<group>/<version>:<Kind>";
    }
}
