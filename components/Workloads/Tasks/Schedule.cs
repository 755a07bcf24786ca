using System.Globalization;
using Components.Values;

namespace Components.Workloads;

/// <summary>When a task runs, in a time zone.</summary>
public sealed record Schedule
{
    private static readonly (string Field, int Least, int Most)[] s_fields =
    [
        ("minute", 0, 59),
        ("hour", 0, 23),
        ("day", 1, 31),
        ("month", 1, 12),
        // Kubernetes knows Sunday as 0 only.
        ("weekday", 0, 6),
    ];

    private Schedule(string cron) => Cron = cron;

    /// <summary>The five fields of cron: minute, hour, day, month, weekday.</summary>
    public string Cron { get; }

    /// <summary>The time zone, by its IANA name.</summary>
    /// <value>Default: UTC.</value>
    public string TimeZone { get; init; } = "Etc/UTC";

    /// <summary>Every day at a time.</summary>
    public static Schedule Daily(TimeOnly at) => new(string.Create(CultureInfo.InvariantCulture, $"{at.Minute} {at.Hour} * * *"));

    /// <summary>Every hour at a minute.</summary>
    public static Schedule Hourly(int minute = 0) => Of(string.Create(CultureInfo.InvariantCulture, $"{minute} * * * *"));

    /// <summary>A cron expression of five fields.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Schedule Of(string cron)
    {
        ArgumentNullException.ThrowIfNull(cron);
        var fields = cron.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != s_fields.Length)
        {
            return ProblemCollection.Refuse(
                $"schedule '{cron}' has {fields.Length} fields. Cron has five: minute hour day month weekday, such as '30 2 * * *' for "
                    + $"half past two each night.",
                new Schedule("0 0 * * *")
            );
        }

        foreach (var (text, (field, least, most)) in fields.Zip(s_fields))
        {
            if (!text.Split(',').All(part => IsPart(part, least, most)))
            {
                return ProblemCollection.Refuse(
                    $"schedule '{cron}': {field} '{text}' is not possible. Allowed: {least} to {most}, lists 1,2, ranges 1-5, steps "
                        + $"*/10 and *.",
                    new Schedule("0 0 * * *")
                );
            }
        }

        return new(string.Join(' ', fields));
    }

    private static bool IsPart(string part, int least, int most)
    {
        var step = part.Split('/');
        var range = step[0].Split('-');
        return step.Length <= 2
            && (step.Length == 1 || IsNumber(step[1], 1, most))
            && (
                step[0] == "*"
                || (range.Length <= 2 && range.All(end => IsNumber(end, least, most)) && Number(range[0]) <= Number(range[^1]))
            );
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool IsNumber(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most;
}
