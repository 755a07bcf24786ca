using Components.Data;
using Components.Pods;
using Components.Rollouts;
using Components.Targets;
using Components.Values;

namespace Components.Tests.Values;

/// <summary>Wrong values in code: each is refused with what was given, what is allowed, what to do.</summary>
public sealed class RefusedValueTests
{
    public static TheoryData<string, Action, string> Values =>
        new()
        {
            {
                "memory 1Gb",
                () => Memory.Parse("1Gb"),
                "memory '1Gb' is no amount of memory. Write a number with Ki, Mi, Gi or Ti (binary), or k, M, G, T (decimal). Did you "
                    + "mean '1Gi'?"
            },
            {
                "memory without unit",
                () => Memory.Parse("256"),
                "memory '256' is no amount of memory. Write a number with Ki, Mi, Gi or Ti (binary), or k, M, G, T (decimal). Did you "
                    + "mean '256Mi'?"
            },
            { "memory of nothing", () => Memory.OfBytes(0), "0 bytes cannot be asked for. Allowed: 1 byte to 1024Ti." },
            {
                "cpu unit",
                () => Cpu.Parse("250 mCPU"),
                "CPU '250 mCPU' is no amount of CPU. Write millicores such as 250m, or cores such as 0.25 or 2."
            },
            {
                "cpu below a millicore",
                () => Cpu.Parse("0.0001"),
                "CPU '0.0001' is no amount of CPU. Write millicores such as 250m, or cores such as 0.25 or 2."
            },
            { "no cpu", () => 0.Millicores(), "0 millicores of CPU cannot be asked for. Allowed: 1 to 1000000 (1000 cores)." },
            { "port 70000", () => Port.FromInt32(70000), "port 70000 does not exist. Allowed: 1 to 65535." },
            { "port 0", () => Port.FromInt32(0), "port 0 does not exist. Allowed: 1 to 65535." },
            {
                "port name",
                () => ServicePort.Further("GRPC", 9090),
                "port name 'GRPC' is not allowed. Lower-case letters, digits and '-', at most 15, a letter among them."
            },
            { "percentage", () => 101.Percent(), "101 is no percentage. Allowed: 0 to 100." },
            {
                "a capital",
                () => DnsLabel.Parse("Orders", "service"),
                "service 'Orders' cannot be used. Lower-case letters, digits and '-' are allowed, a letter first, at most 63 "
                    + "characters. Write 'orders'."
            },
            {
                "an underscore",
                () => DnsLabel.Parse("my_service"),
                "name 'my_service' cannot be used. Lower-case letters, digits and '-' are allowed, a letter first, at most 63 "
                    + "characters. Write 'my-service'."
            },
            {
                "a digit first",
                () => DnsLabel.Parse("2go"),
                "name '2go' cannot be used. Lower-case letters, digits and '-' are allowed, a letter first, at most 63 characters. "
                    + "Write 'go'."
            },
            {
                "latest",
                () => ImageVersion.Parse("latest"),
                "version 'latest' is another image tomorrow. Write the version that was tested, such as 1.4.1."
            },
            {
                "version with a space",
                () => ImageVersion.Parse("1.4 1"),
                "version '1.4 1' is no image tag. Letters, digits, '.', '_' and '-' are allowed, at most 128; a digest may follow: "
                    + "1.4.1@sha256:…."
            },
            {
                "image with a capital",
                () => Image.Parse("Nginx"),
                "image 'Nginx' is no image. Write a repository such as nginx or registry.example.com/shop/orders, and a version only "
                    + "where no release says one."
            },
            {
                "image without version",
                () => Image.Parse("nginx").Reference(null),
                "the image has no version. Write one, as in nginx:1.29.3, or give the workload a release."
            },
            { "probe path", () => Probe.Http("readyz"), "probe path 'readyz' is no path. It begins with '/', such as /healthz." },
            {
                "relative folder",
                () => AbsolutePath.Check("tmp", "a writable folder is"),
                "a writable folder is 'tmp', which is no path in a container. Write an absolute path such as /var/cache, not '/', "
                    + "without '..' and ':'."
            },
            {
                "root as a folder",
                () => AbsolutePath.Check("/", "a writable folder is"),
                "a writable folder is '/', which is no path in a container. Write an absolute path such as /var/cache, not '/', without "
                    + "'..' and ':'."
            },
            {
                "root as a user",
                () => RunAs.FromInt32(0),
                "user 0:0 cannot be used. Allowed: a user from 1; for root write OptOuts = [OptOut.RootUser(reason)]."
            },
            {
                "opt-out without reason",
                () => OptOut.RootUser("legacy"),
                "opting out of NonRootUser needs a reason. Say in a sentence why the workload cannot do without; it is shown to who "
                    + "reviews the pods."
            },
            {
                "level without reason",
                () => PodSecurity.Privileged(""),
                "Pod Security 'privileged' needs a reason. Say in a sentence which workload needs it and why."
            },
            {
                "external with scheme",
                () => External.Https("https://api.stripe.com"),
                "'https://api.stripe.com' is no host on the internet. Write its name alone, such as api.stripe.com, without https:// "
                    + "and path."
            },
            {
                "service without namespace",
                () => NamedService.Of("auth", 80),
                "'auth' names no service. Write namespace/name, such as shop/auth."
            },
            {
                "key with a slash",
                () => DataKeys.Check("conf", ["a/b"]),
                "conf: key 'a/b' cannot be used. Letters, digits, '-', '_' and '.' are allowed, at most 253."
            },
            {
                "key that is not there",
                () => DataKeys.Known("ConfigMap conf", "databse", ["database", "uri"]),
                "ConfigMap conf has no key 'databse'. It has: database, uri. Did you mean 'database'?"
            },
        };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void A_wrong_value_is_refused_with_what_is_allowed(string what, Action value, string text)
    {
        what.ShouldNotBeEmpty();
        Should.Throw<FormatException>(value).Message.ShouldBe(text);
    }

    [Fact]
    public void A_program_is_told_all_its_wrong_values_at_once_with_their_places()
    {
        var told = Should.Throw<ProblemsException>(() =>
            ProblemCollection.Gather(() =>
            {
                Port port = 70000;
                port.Number.ShouldBe(8080);
                _ = 512.MiB().UpTo(256.MiB());
            })
        );

        told.Problems.Count.ShouldBe(2);
        told.Message.ShouldMatch(
            @"^Problems/RefusedValueTests\.cs:\d+  error: port 70000 does not exist\n  Allowed: 1 to 65535\.\n"
                + @"Problems/RefusedValueTests\.cs:\d+  error: memory limit 256Mi is below the request 512Mi\n"
        );
    }
}
