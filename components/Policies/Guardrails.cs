using System.Collections.Concurrent;
using Pulumi;

namespace Components.Policies;

/// <summary>
/// Holds a program to rules. It sees each resource as it is registered, by a transformation that runs inside the program:
/// so it works under any engine, in a preview, in <c>up</c>, and on mocks, and costs no call.
/// </summary>
/// <remarks>Give <see cref="Observe"/> to the stack's options, and report after all resources are made.</remarks>
public sealed class Guardrails
{
    private readonly IReadOnlyList<Policy> _policies;
    private readonly TimeProvider _clock;
    private readonly ExpiredWaivers _expired;
    private readonly ConcurrentQueue<(Resource Resource, ResourceArgs Args, Resource? Parent)> _seen = new();

    /// <summary>Makes guardrails of these rules.</summary>
    /// <param name="policies">The rules; each id once.</param>
    /// <param name="clock">Tells which day it is, for waivers.</param>
    /// <param name="expired">What a waiver does whose last day is over.</param>
    public Guardrails(IReadOnlyList<Policy> policies, TimeProvider clock, ExpiredWaivers expired)
    {
        _policies = policies;
        _clock = clock;
        _expired = expired;
    }

    /// <summary>Looks at a resource and changes nothing. For <see cref="StackOptions.ResourceTransformations"/>.</summary>
    public ResourceTransformationResult? Observe(ResourceTransformationArgs registration)
    {
        _seen.Enqueue((registration.Resource, registration.Args, registration.Options.Parent));
        return null;
    }

    /// <summary>Applies all rules to all resources seen so far. Values that are not known yet are waited for, in an update.</summary>
    public async Task<PolicyReport> EvaluateAsync()
    {
        var resources = await ReadAsync().ConfigureAwait(false);
        var parents = resources.ToDictionary(r => r.Resource, r => r.Parent);
        var today = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);
        var errors = new List<PolicyMessage>();
        var warnings = new List<PolicyMessage>();
        var used = new HashSet<Waiver>(ReferenceEqualityComparer.Instance);
        var waived = new List<(Waiver, RegisteredResource, int)>();
        foreach (var policy in _policies)
        {
            foreach (var violation in policy.Check(resources))
            {
                var waiver = Waivers(violation.Resource.Resource, parents).FirstOrDefault(w => w.Policy == policy.Id);
                if (waiver is null)
                {
                    errors.Add(new(PolicyText.Violation(policy, violation), violation.Resource.Resource));
                }
                else if (used.Add(waiver))
                {
                    waived.Add((waiver, violation.Resource, waiver.Until.DayNumber - today.DayNumber));
                    if (PolicyText.Waiver(waiver, today) is { } notice)
                    {
                        (waiver.Until < today && _expired == ExpiredWaivers.Refuse ? errors : warnings).Add(
                            new(notice, violation.Resource.Resource)
                        );
                    }
                }
            }
        }

        foreach (
            var (resource, waiver) in resources
                .SelectMany(r => WaiverExtensions.Of(r.Resource).Select(w => (r.Resource, w)))
                .Where(w => !used.Contains(w.w))
        )
        {
            warnings.Add(new(PolicyText.Unused(waiver, _policies), resource));
        }

        return new(errors, warnings) { Resources = resources, Waivers = waived };
    }

    private async Task<List<RegisteredResource>> ReadAsync()
    {
        var resources = new List<RegisteredResource>();
        foreach (var (resource, args, parent) in _seen)
        {
            // A provider's arguments are credentials.
            var inputs = resource is ProviderResource ? null : await InputReader.ReadAsync(args).ConfigureAwait(false);
            resources.Add(new(resource, parent, PropertyNode.Root(inputs)));
        }

        return resources;
    }

    private static IEnumerable<Waiver> Waivers(Resource? resource, Dictionary<Resource, Resource?> parents)
    {
        for (; resource is not null; resource = parents.GetValueOrDefault(resource))
        {
            foreach (var waiver in WaiverExtensions.Of(resource))
            {
                yield return waiver;
            }
        }
    }
}
