namespace Pulumi;

/// <summary>The hooks of a resource by operation.</summary>
public class ResourceHookBinding
{
    private List<ResourceHook>? _beforeCreate,
        _afterCreate,
        _beforeUpdate,
        _afterUpdate,
        _beforeDelete,
        _afterDelete;
    private List<ErrorHook>? _onError;

    /// <summary>Called before the resource is created.</summary>
    public List<ResourceHook> BeforeCreate
    {
        get => _beforeCreate ??= [];
        set => _beforeCreate = value;
    }

    /// <summary>Called after the resource was created.</summary>
    public List<ResourceHook> AfterCreate
    {
        get => _afterCreate ??= [];
        set => _afterCreate = value;
    }

    /// <summary>Called before the resource is updated.</summary>
    public List<ResourceHook> BeforeUpdate
    {
        get => _beforeUpdate ??= [];
        set => _beforeUpdate = value;
    }

    /// <summary>Called after the resource was updated.</summary>
    public List<ResourceHook> AfterUpdate
    {
        get => _afterUpdate ??= [];
        set => _afterUpdate = value;
    }

    /// <summary>Called before the resource is deleted.</summary>
    public List<ResourceHook> BeforeDelete
    {
        get => _beforeDelete ??= [];
        set => _beforeDelete = value;
    }

    /// <summary>Called after the resource was deleted.</summary>
    public List<ResourceHook> AfterDelete
    {
        get => _afterDelete ??= [];
        set => _afterDelete = value;
    }

    /// <summary>Called when an operation failed.</summary>
    public List<ErrorHook> OnError
    {
        get => _onError ??= [];
        set => _onError = value;
    }

    /// <summary>Whether no hook is bound.</summary>
    public bool IsEmpty => !Hooks.Any(hooks => hooks is { Count: > 0 }) && _onError is not { Count: > 0 };

    /// <summary>A copy whose lists can be changed without changing this one's.</summary>
    public ResourceHookBinding Clone() => Concat(new());

    /// <summary>New bindings with the hooks of both.</summary>
    public ResourceHookBinding Concat(ResourceHookBinding other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new()
        {
            _beforeCreate = Join(_beforeCreate, other._beforeCreate),
            _afterCreate = Join(_afterCreate, other._afterCreate),
            _beforeUpdate = Join(_beforeUpdate, other._beforeUpdate),
            _afterUpdate = Join(_afterUpdate, other._afterUpdate),
            _beforeDelete = Join(_beforeDelete, other._beforeDelete),
            _afterDelete = Join(_afterDelete, other._afterDelete),
            _onError = Join(_onError, other._onError),
        };
    }

    internal IEnumerable<Task> Registrations =>
        Hooks.SelectMany(hooks => hooks ?? []).Select(hook => hook.Registered).Concat((_onError ?? []).Select(hook => hook.Registered));

    private IEnumerable<List<ResourceHook>?> Hooks =>
        [_beforeCreate, _afterCreate, _beforeUpdate, _afterUpdate, _beforeDelete, _afterDelete];

    private static List<T>? Join<T>(List<T>? left, List<T>? right) =>
        left is null && right is null ? null : [.. left ?? [], .. right ?? []];
}
