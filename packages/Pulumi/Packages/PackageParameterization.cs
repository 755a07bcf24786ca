namespace Pulumi;

public sealed partial class RegisterPackageRequest
{
    /// <summary>The parameter of a parameterized package.</summary>
    public sealed class PackageParameterization
    {
        /// <summary>A parameter.</summary>
        public PackageParameterization(string name, string version, byte[] value) => (Name, Version, Value) = (name, version, value);

        /// <summary>The package's name.</summary>
        public string Name { get; }

        /// <summary>The package's version.</summary>
        public string Version { get; }

        /// <summary>The parameter, in the plugin's own format.</summary>
        public byte[] Value { get; }
    }
}
