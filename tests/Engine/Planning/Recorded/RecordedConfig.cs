namespace Engine.Tests.Planning.Recorded;

internal sealed record RecordedConfig(string Value, bool Secret);
