namespace Pulumi;

/// <summary>An output whose element type is not known at compile time.</summary>
internal interface IOutput
{
    Task<OutputData<object?>> GetDataAsync();
}
