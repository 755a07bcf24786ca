using System.Runtime.CompilerServices;
using Components.Pods;
using Components.Policies;
using Components.Routes;
using Components.Targets;
using Components.Values;
using Components.Workloads;

namespace Components.Tests.Values;

/// <summary>Whatever takes a reason takes none that says nothing.</summary>
public sealed class ReasonTests
{
    private static readonly Dictionary<string, Func<string, string?>> s_takers = new()
    {
        ["OptOut.RootUser"] = reason => OptOut.RootUser(reason).Reason,
        ["OptOut.WritableRootFileSystem"] = reason => OptOut.WritableRootFileSystem(reason).Reason,
        ["OptOut.Capability"] = reason => OptOut.Capability("NET_ADMIN", reason).Reason,
        ["OptOut.ServiceAccountToken"] = reason => OptOut.ServiceAccountToken(reason).Reason,
        ["OptOut.UnfilteredSystemCalls"] = reason => OptOut.UnfilteredSystemCalls(reason).Reason,
        ["OptOut.HostPaths"] = reason => OptOut.HostPaths(reason).Reason,
        ["PodSecurity.Baseline"] = reason => PodSecurity.Baseline(reason).Reason,
        ["PodSecurity.Privileged"] = reason => PodSecurity.Privileged(reason).Reason,
        ["Expose.Public"] = reason => Expose.Public(reason).Reason,
        ["WebRouteArgs.PublicBecause"] = reason =>
            new WebRouteArgs
            {
                Namespace = null!,
                Host = "",
                Tls = null!,
                PublicBecause = reason,
            }.PublicBecause,
        ["WebGatewayArgs.PublicBecause"] = reason =>
            new WebGatewayArgs
            {
                Namespace = null!,
                Certificate = "",
                PublicBecause = reason,
            }.PublicBecause,
        ["WaiverExtensions.Waive"] = reason => Waived(reason),
    };

    public static TheoryData<string> Takers => [.. s_takers.Keys];

    [Theory]
    [MemberData(nameof(Takers))]
    public void A_reason_that_says_nothing_is_refused(string taker)
    {
        foreach (var empty in (string[])["", " ", "\t\n", "legacy", "because", "  no   ", "-------------------", "needed for"[..6]])
        {
            Should
                .Throw<FormatException>(() => s_takers[taker](empty), $"'{empty}'")
                .Message.ShouldMatch(@" needs a reason( in 'because')?\. Say in a sentence ");
        }
    }

    [Theory]
    [MemberData(nameof(Takers))]
    public void A_reason_in_words_is_kept_as_it_is(string taker) =>
        s_takers[taker](" the vendor's image writes beside itself ").ShouldBe("the vendor's image writes beside itself");

    [Fact]
    public void Every_parameter_that_is_a_reason_is_among_them() =>
        typeof(OptOut)
            .Assembly.GetTypes()
            .Where(type => type.IsPublic && type != typeof(Policy) && type != typeof(Waiver))
            .SelectMany(type =>
                type.GetMethods()
                    .Where(method => method.GetParameters().Any(given => given.Name is "reason" or "because"))
                    .Select(method => $"{type.Name}.{method.Name}")
                    .Concat(
                        type.GetProperties()
                            .Where(property => property.Name.EndsWith("Because", StringComparison.Ordinal) && property.CanWrite)
                            .Select(property => $"{type.Name}.{property.Name}")
                    )
            )
            .Where(name => !name.Contains("set_", StringComparison.Ordinal))
            .Distinct()
            .ShouldBe(s_takers.Keys, ignoreOrder: true);

    private static string Waived(string reason)
    {
        // Of the resource nothing but itself matters, and a real one needs a program around it.
        var resource = (AppNamespace)RuntimeHelpers.GetUninitializedObject(typeof(AppNamespace));
        resource.Waive("IMG001", because: reason, until: "2027-06-30");
        return WaiverExtensions.Of(resource).Single().Because;
    }
}
