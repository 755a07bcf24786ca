using Components.Targets;
using Components.Tests.Settings;

namespace Components.Tests.Targets;

public sealed class TeamTests
{
    private const string Role = "arn:aws:iam::111122223333:role/engineers";

    [Fact]
    public void A_role_of_two_teams_is_in_the_groups_of_both() =>
        Team.GroupsByRole([
                new() { Name = "shop", Roles = [Role] },
                new()
                {
                    Name = "web",
                    Roles = [Role],
                    MoreGroups = ["oidc:web"],
                },
            ])[Role]
            .ShouldBe(["team:shop", "team:web", "oidc:web"]);

    [Fact]
    public void Settings_name_teams_their_roles_and_groups()
    {
        var document = YamlSettings.Document($"  platform:teams: {{ shop: {{ roles: ['{Role}'], groups: [shop-people] }} }}");
        var team = TeamSettings.Read(document.Find("platform:teams"))["shop"];
        document.Problems.ShouldBeEmpty();
        team.Roles.ShouldBe([Role]);
        team.Groups.ShouldBe(["team:shop", "shop-people"]);
    }

    [Theory]
    [InlineData("{ Shop: { roles: [] } }")]
    [InlineData("{ shop: { role: x } }")]
    [InlineData("{ shop: { roles: [x] } }")]
    [InlineData("{ shop: { groups: ['system:masters'] } }")]
    public void Refuses_what_is_no_team(string teams)
    {
        var document = YamlSettings.Document($"  platform:teams: {teams}");
        TeamSettings.Read(document.Find("platform:teams"));
        document.Problems.ShouldHaveSingleItem().Place!.Line.ShouldBe(2);
    }
}
