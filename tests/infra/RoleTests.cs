using PayFunctions.Tests.Infra.Reading;

namespace PayFunctions.Tests.Infra;

public sealed class RoleTests(BicepFiles files)
{
    private const string Assignment = "Microsoft.Authorization/roleAssignments@2022-04-01";

    // Built-in roles have the same id in every tenant.
    private static readonly Dictionary<string, string> BuiltIn = new(StringComparer.Ordinal)
    {
        ["storageBlobDataOwner"] = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
        ["storageQueueDataContributor"] = "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
        ["storageTableDataContributor"] = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
        ["keyVaultCryptoUser"] = "12338af0-0e69-4776-bea7-57ae8d297424",
        ["keyVaultSecretsUser"] = "4633458b-17de-408a-b874-0445c86b69e6",
        ["monitoringMetricsPublisher"] = "3913510d-42f4-4e42-8a64-420c390055eb",
    };

    private BicepFile Roles => files.Named("infra/roles.bicep");

    private IEnumerable<Declaration> Assignments
        => Roles.Resources.Where(static resource => resource.Target == Assignment);

    [Fact]
    public void Every_role_has_the_id_of_the_built_in_role_of_its_name()
    {
        var written = Written().ToList();

        written.ShouldNotBeEmpty();
        written.ShouldAllBe(role => BuiltIn.GetValueOrDefault(role.Name) == role.Id);
    }

    [Fact]
    public void Every_role_is_assigned_once_and_at_one_resource()
    {
        var named = Roles.Resources.Where(static resource => resource.Node.IsExisting)
            .Select(static resource => resource.Name).ToList();

        Assignments.ShouldAllBe(assignment =>
            named.Contains(assignment.Body.Property("scope")!.Text));
        Assignments.Select(Role).ShouldBe(
            Written().Select(static role => role.Name), ignoreOrder: true);
    }

    [Fact]
    public void An_assignment_is_named_after_its_scope_its_principal_and_its_role()
    {
        foreach (var assignment in Assignments)
        {
            var words = assignment.Body.Property("name")!.All()
                .Where(static node => node.Children.Count == 0)
                .Select(static node => node.Text);

            words.ShouldBe(
            [
                "guid", assignment.Body.Property("scope")!.Text, "id", "principalId", "roles",
                Role(assignment),
            ]);
        }
    }

    [Fact]
    public void Roles_are_assigned_in_one_file()
    {
        files.All.Where(static file =>
                file.Resources.Any(static resource => resource.Target == Assignment))
            .ShouldHaveSingleItem().ShouldBe(Roles);
    }

    [Fact]
    public void The_guide_lists_the_roles_with_their_ids()
    {
        var listed = OperationsGuide.Table("Roles").Select(static row => row[1]);

        listed.ShouldBe(Written().Select(static role => role.Id), ignoreOrder: true);
    }

    private static string Role(Declaration assignment)
        => assignment.Body.Property("properties")!.Property("roleDefinitionId")!
            .All().Last().Text;

    private IEnumerable<(string Name, string Id)> Written()
        => Roles.Variables.Single(static variable => variable.Name == "roles").Body
            .Of("object_property")
            .Select(static role => (role.Key!, role.Children[^1].RequiredLiteral()));
}
