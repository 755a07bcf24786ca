using Pulumi.Generator;
using Pulumi.Generator.Schema;

// generate SCHEMA.json OUT_DIRECTORY [REFERENCED_SCHEMA.json ...]   C# bindings of a package
// select FACTS.json SELECTION.json SCHEMA.json                      a package's schema.json from a larger schema
try
{
    switch (args)
    {
        case ["generate", var schema, var directory, .. var references]:
            Generation.Run(schema, directory, references);
            return 0;
        case ["select", var facts, var selection, var schema]:
            Pulumi.Generator.Selection.SchemaSelection.Run(facts, selection, schema);
            return 0;
        default:
            Console.Error.WriteLine(
                "usage: generate SCHEMA.json OUT_DIRECTORY [REFERENCED_SCHEMA.json ...] | select FACTS.json SELECTION.json SCHEMA.json"
            );
            return 1;
    }
}
catch (Exception e) when (e is SchemaException or IOException or System.Text.Json.JsonException)
{
    Console.Error.WriteLine($"error: {e.Message}");
    return 1;
}
