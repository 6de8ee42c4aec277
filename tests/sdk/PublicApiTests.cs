namespace PayFunctions.Tests.Sdk;

public class PublicApiTests
{
    [Fact]
    public void The_public_surface_is_the_approved_one()
    {
        var approved = File.ReadAllText(RepositoryRoot.Of("tests", "sdk", "PublicApi.txt"));

        var actual = PublicApi.Of(typeof(PayClient).Assembly);

        actual.ShouldBe(approved, $"If the change is meant, tests/sdk/PublicApi.txt is:\n{actual}");
    }

    [Fact]
    public void Every_public_type_is_in_one_namespace()
        => typeof(PayClient).Assembly.GetExportedTypes()
            .ShouldAllBe(type => type.Namespace == "PayFunctions.Sdk");
}
