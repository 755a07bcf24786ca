using Pulumi.Generator.Schema;
using Pulumi.Generator.Writing;

namespace Pulumi.Generator;

/// <summary>Schema files in, source files out. A file whose text is the same is not touched, so that the compiler need not run.</summary>
public static class Generation
{
    public static void Run(string schemaPath, string directory, IReadOnlyList<string> references)
    {
        var others = new List<PackageSchema>();
        foreach (var reference in references)
        {
            others.Add(SchemaReader.Read(File.ReadAllText(reference), others));
        }

        var schema = SchemaReader.Read(File.ReadAllText(schemaPath), others);
        Directory.CreateDirectory(directory);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in PackageWriter.Write(schema, others))
        {
            var path = Path.Combine(directory, file.Name);
            written.Add(path);
            if (!File.Exists(path) || File.ReadAllText(path) != file.Text)
            {
                File.WriteAllText(path, file.Text);
            }
        }

        foreach (var stale in Directory.GetFiles(directory, "*.cs").Where(f => !written.Contains(f)))
        {
            File.Delete(stale);
        }
    }
}
