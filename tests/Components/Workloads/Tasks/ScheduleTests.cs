using Components.Workloads;

namespace Components.Tests.Workloads;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData("30 2 * * *")]
    [InlineData("*/15 8-18 * * 1-5")]
    [InlineData("0 0 1,15 * *")]
    [InlineData("0 0 1 1 0")]
    [InlineData("59 23 31 12 6")]
    [InlineData("0-59/59 * * * *")]
    [InlineData("5/20 0-0 * * *")]
    public void Cron_is_taken(string cron) => Schedule.Of(cron).Cron.ShouldBe(cron);

    [Fact]
    public void A_time_of_day_is_cron_too() => Schedule.Daily(new(2, 30)).Cron.ShouldBe("30 2 * * *");

    [Theory]
    [InlineData(
        "30 2 * *",
        "schedule '30 2 * *' has 4 fields. Cron has five: minute hour day month weekday, such as '30 2 * * *' for half past two each night."
    )]
    [InlineData(
        "61 2 * * *",
        "schedule '61 2 * * *': minute '61' is not possible. Allowed: 0 to 59, lists 1,2, ranges 1-5, steps */10 and *."
    )]
    [InlineData(
        "0 24 * * *",
        "schedule '0 24 * * *': hour '24' is not possible. Allowed: 0 to 23, lists 1,2, ranges 1-5, steps */10 and *."
    )]
    [InlineData("0 0 0 * *", "schedule '0 0 0 * *': day '0' is not possible. Allowed: 1 to 31, lists 1,2, ranges 1-5, steps */10 and *.")]
    [InlineData(
        "0 0 * jan *",
        "schedule '0 0 * jan *': month 'jan' is not possible. Allowed: 1 to 12, lists 1,2, ranges 1-5, steps */10 and *."
    )]
    [InlineData(
        "*/0 * * * *",
        "schedule '*/0 * * * *': minute '*/0' is not possible. Allowed: 0 to 59, lists 1,2, ranges 1-5, steps */10 and *."
    )]
    [InlineData(
        "0 */24 * * *",
        "schedule '0 */24 * * *': hour '*/24' is not possible. Allowed: 0 to 23, lists 1,2, ranges 1-5, steps */10 and *."
    )]
    [InlineData(
        "*/5/2 * * * *",
        "schedule '*/5/2 * * * *': minute '*/5/2' is not possible. Allowed: 0 to 59, lists 1,2, ranges 1-5, steps */10 and *."
    )]
    [InlineData(
        "1-5-9 * * * *",
        "schedule '1-5-9 * * * *': minute '1-5-9' is not possible. Allowed: 0 to 59, lists 1,2, ranges 1-5, steps */10 and *."
    )]
    [InlineData(
        "50-60 * * * *",
        "schedule '50-60 * * * *': minute '50-60' is not possible. Allowed: 0 to 59, lists 1,2, ranges 1-5, steps */10 and *."
    )]
    [InlineData(
        "30-10 * * * *",
        "schedule '30-10 * * * *': minute '30-10' is not possible. Allowed: 0 to 59, lists 1,2, ranges 1-5, steps */10 and *."
    )]
    [InlineData(
        "10,60 * * * *",
        "schedule '10,60 * * * *': minute '10,60' is not possible. Allowed: 0 to 59, lists 1,2, ranges 1-5, steps */10 and *."
    )]
    [InlineData(
        "0 0 * * 7",
        "schedule '0 0 * * 7': weekday '7' is not possible. Allowed: 0 to 6, lists 1,2, ranges 1-5, steps */10 and *."
    )]
    public void What_is_no_cron_is_refused(string cron, string text) =>
        Should.Throw<FormatException>(() => Schedule.Of(cron)).Message.ShouldBe(text);
}
