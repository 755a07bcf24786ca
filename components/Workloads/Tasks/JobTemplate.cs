using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Components.Workloads;

/// <summary>Renders Jobs.</summary>
internal static class JobTemplate
{
    private const int Week = 7 * 24 * 60 * 60;

    public static JobSpecArgs Spec(PodPlan plan, TaskArgs args) =>
        new()
        {
            BackoffLimit = args.Retries,
            ActiveDeadlineSeconds = (int)args.Deadline.TotalSeconds,
            Template = PodTemplate.Render(plan with { RestartPolicy = "Never" }),
        };

    public static CronJobSpecArgs Cron(PodPlan plan, ScheduledTaskArgs args)
    {
        var job = Spec(plan, args);
        job.TtlSecondsAfterFinished = Week;
        return new CronJobSpecArgs
        {
            Schedule = args.Schedule.Cron,
            TimeZone = args.Schedule.TimeZone,
            ConcurrencyPolicy = args.Overlap ? "Allow" : "Forbid",
            StartingDeadlineSeconds = 600,
            SuccessfulJobsHistoryLimit = 3,
            FailedJobsHistoryLimit = 3,
            Suspend = args.Suspended,
            JobTemplate = new JobTemplateSpecArgs
            {
                Metadata = new ObjectMetaArgs { Labels = new Dictionary<string, string>(plan.Labels) },
                Spec = job,
            },
        };
    }
}
