namespace Pulumi;

/// <summary>The running deployment: its stack, and calls of functions and methods.</summary>
public sealed class DeploymentInstance
{
    private readonly Deployment _deployment;

    internal DeploymentInstance(Deployment deployment) => _deployment = deployment;

    /// <summary>The stack's name.</summary>
    public string StackName => _deployment.Settings.Stack;

    /// <summary>The project's name.</summary>
    public string ProjectName => _deployment.Settings.Project;

    /// <summary>The organization's name; <c>organization</c> where the backend has none.</summary>
    public string OrganizationName => _deployment.Settings.Organization;

    /// <summary>The directory of Pulumi.yaml.</summary>
    /// <exception cref="InvalidOperationException">The engine did not say.</exception>
    public string RootDirectory =>
        _deployment.Settings.RootDirectory
        ?? throw new InvalidOperationException(
            "The root directory is not known: PULUMI_ROOT_DIRECTORY is not set, or in a test TestOptions.RootDirectory."
        );

    /// <summary>Whether this is a preview.</summary>
    public bool IsDryRun => _deployment.Settings.IsDryRun;

    /// <summary>Calls a function; in a preview the result is unknown while an argument is.</summary>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        Invoke<T>(token, args, options, registerPackageRequest: null);

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        _deployment.Invoke<T>(token, args, options, registerPackageRequest, single: false);

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options) =>
        Invoke<T>(token, args, options, registerPackageRequest: null);

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> Invoke<T>(
        string token,
        InvokeArgs args,
        InvokeOutputOptions options,
        RegisterPackageRequest? registerPackageRequest
    ) => _deployment.Invoke<T>(token, args, options, registerPackageRequest, single: false);

    /// <summary>Calls a function that returns an object with one member, and gives the member.</summary>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        InvokeSingle<T>(token, args, options, registerPackageRequest: null);

    /// <inheritdoc cref="InvokeSingle{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> InvokeSingle<T>(
        string token,
        InvokeArgs args,
        InvokeOptions? options,
        RegisterPackageRequest? registerPackageRequest
    ) => _deployment.Invoke<T>(token, args, options, registerPackageRequest, single: true);

    /// <inheritdoc cref="InvokeSingle{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options) =>
        InvokeSingle<T>(token, args, options, registerPackageRequest: null);

    /// <inheritdoc cref="InvokeSingle{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> InvokeSingle<T>(
        string token,
        InvokeArgs args,
        InvokeOutputOptions options,
        RegisterPackageRequest? registerPackageRequest
    ) => _deployment.Invoke<T>(token, args, options, registerPackageRequest, single: true);

    /// <summary>Calls a function with plain arguments.</summary>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        InvokeAsync<T>(token, args, options, registerPackageRequest: null);

    /// <inheritdoc cref="InvokeAsync{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        _deployment.InvokeAsync<T>(token, args, options, registerPackageRequest, single: false);

    /// <summary>Calls a function that returns nothing.</summary>
    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null) =>
        InvokeAsync(token, args, options, registerPackageRequest: null);

    /// <inheritdoc cref="InvokeAsync(string, InvokeArgs, InvokeOptions?)"/>
    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        _deployment.InvokeAsync<object?>(token, args, options, registerPackageRequest, single: false);

    /// <summary>Calls a function that returns an object with one member, and gives the member.</summary>
    public Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        InvokeSingleAsync<T>(token, args, options, registerPackageRequest: null);

    /// <inheritdoc cref="InvokeSingleAsync{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Task<T> InvokeSingleAsync<T>(
        string token,
        InvokeArgs args,
        InvokeOptions? options,
        RegisterPackageRequest? registerPackageRequest
    ) => _deployment.InvokeAsync<T>(token, args, options, registerPackageRequest, single: true);

    /// <summary>Calls a method that returns nothing.</summary>
    public void Call(string token, CallArgs args, Resource? self = null, CallOptions? options = null) =>
        Call(token, args, self, options, registerPackageRequest: null);

    /// <inheritdoc cref="Call(string, CallArgs, Resource?, CallOptions?)"/>
    public void Call(string token, CallArgs args, Resource? self, CallOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        _deployment.Call<object?>(token, args, self, options, registerPackageRequest);

    /// <summary>Calls a method of a resource.</summary>
    public Output<T> Call<T>(string token, CallArgs args, Resource? self = null, CallOptions? options = null) =>
        Call<T>(token, args, self, options, registerPackageRequest: null);

    /// <inheritdoc cref="Call{T}(string, CallArgs, Resource?, CallOptions?)"/>
    public Output<T> Call<T>(
        string token,
        CallArgs args,
        Resource? self,
        CallOptions? options,
        RegisterPackageRequest? registerPackageRequest
    ) => _deployment.Call<T>(token, args, self, options, registerPackageRequest);

    /// <summary>Adds a function that the engine calls for every function call that follows.</summary>
    public void RegisterInvokeTransform(InvokeTransform transform) => _deployment.RegisterInvokeTransform(transform);
}
