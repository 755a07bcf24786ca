using System.Text;

namespace EndToEnd.Tests;

/// <summary>A stack with a passphrase of its own and a secret set on standard input: the value is found in the rendered Secret and nowhere
/// else.</summary>
[Collection(CheckoutCollection.Name)]
public sealed class SecretStory(Checkout checkout)
{
    private const string Value = "correct-horse" + "-battery-staple-7731";
    private const string Stack = "vault";

    [Fact]
    public void A_secret_is_found_in_the_rendered_Secret_and_nowhere_else()
    {
        var own = new Dictionary<string, string?>
        {
            ["PULUMI_CONFIG_PASSPHRASE"] = "a passphrase of its own",
            ["PULUMI_BACKEND_URL"] = $"file://{checkout.Root}",
        };
        checkout.Engine("preview").ShouldSucceed();
        var file = Path.Combine(checkout.Root, "stacks", $"Pulumi.{Stack}.yaml");
        using var arguments = new ProcessArguments();
        try
        {
            var output = new StringBuilder();
            output.Append(checkout.BuiltEngine(["stack", "init", Stack], environment: own).ShouldSucceed().All);
            var local = File.ReadAllText(Path.Combine(checkout.Root, "stacks", "Pulumi.local.yaml"));
            var config = local[local.IndexOf("config:", StringComparison.Ordinal)..]
                .Replace("../rendered/local", $"../rendered/{Stack}", StringComparison.Ordinal);
            File.AppendAllText(file, config);
            output.Append(
                checkout
                    .BuiltEngine(
                        ["config", "set", "--secret", "secrets:nginx-password", "-s", Stack],
                        input: Value + "\n",
                        environment: own
                    )
                    .ShouldSucceed()
                    .All
            );
            output.Append(checkout.BuiltEngine(["preview", "--diff", "-s", Stack], environment: own).ShouldSucceed().All);
            output.Append(checkout.BuiltEngine(["up", "--yes", "-s", Stack], environment: own).ShouldSucceed().All);
            output.Append(checkout.BuiltEngine(["preview", "--json", "-s", Stack], environment: own).ShouldSucceed().All);
            output.Append(checkout.BuiltEngine(["stack", "output", "-s", Stack], environment: own).ShouldSucceed().All);

            output.ToString().ShouldNotContain(Value);
            output.ToString().ShouldNotContain(Base64);
            arguments
                .Seen.Where(line => line.Contains(Value, StringComparison.Ordinal) || line.Contains(Base64, StringComparison.Ordinal))
                .ShouldBeEmpty();
            if (OperatingSystem.IsLinux())
            {
                arguments.Seen.ShouldContain(
                    line => line.Contains("--secret", StringComparison.Ordinal),
                    "the watch has seen the command that set the value"
                );
            }

            var found = Directory
                .EnumerateFiles(checkout.Root, "*", SearchOption.AllDirectories)
                .Where(Holds)
                .Select(path => Path.GetRelativePath(checkout.Root, path))
                .ToList();
            found.Count.ShouldBe(1, string.Join('\n', found));
            found[0].ShouldStartWith($"rendered/{Stack}/1-manifest/v1-secret-web-nginx-credentials-");
            if (!OperatingSystem.IsWindows())
            {
                File.GetUnixFileMode(Path.Combine(checkout.Root, found[0])).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            checkout.BuiltEngine(["destroy", "--yes", "-s", Stack], environment: own).ShouldSucceed();
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Base64 => Convert.ToBase64String(Encoding.UTF8.GetBytes(Value));

    private static bool Holds(string path)
    {
        var text = File.ReadAllText(path, Encoding.Latin1);
        return text.Contains(Value, StringComparison.Ordinal) || text.Contains(Base64, StringComparison.Ordinal);
    }
}
