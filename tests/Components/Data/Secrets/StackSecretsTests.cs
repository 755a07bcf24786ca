using Components.Data;
using Components.Tests.Settings;
using Components.Values;

namespace Components.Tests.Data;

public sealed class StackSecretsTests
{
    [Theory]
    [InlineData("sk_live_1", true)]
    [InlineData("{ secure: v1:abc }", false)]
    public void A_secret_in_clear_is_refused_at_its_place_without_being_repeated(string value, bool refused)
    {
        var secrets = new StackSecrets(YamlSettings.Document($"  secrets:stripe: {value}\n"));

        var told = Should.Throw<ProblemsException>(() => ProblemCollection.Gather(() => secrets.RefuseUnusedAndMissing(preview: false)));

        told.Message.Contains(
                "stacks/Pulumi.test.yaml:2:19  error: the secret 'stripe' is written in clear\n"
                    + "  Whoever reads the file reads it: change the secret where it is used, then config set --secret secrets:stripe "
                    + "-s test, which encrypts the new value.",
                StringComparison.Ordinal
            )
            .ShouldBe(refused);
        told.Message.ShouldContain("no workload uses the secret 'stripe'");
        told.Message.ShouldNotContain("sk_live_1");
    }
}
