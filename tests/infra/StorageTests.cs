using PayFunctions.Tests.Infra.Reading;

namespace PayFunctions.Tests.Infra;

public sealed class StorageTests(BicepFiles files)
{
    private BicepFile Storage => files.Named("infra/storage.bicep");

    [Fact]
    public void Each_queue_is_made_with_its_poison_queue()
    {
        Storage.Texts("queueNames").ShouldBe(
        [
            "batches", "batches-poison",
            "merchant-notices", "merchant-notices-poison", "movements", "movements-poison",
            "reconciliations", "reconciliations-poison",
        ]);
        LoopOver("queueServices/queues").ShouldBe("queueNames");
    }

    [Fact]
    public void The_tables_are_those_that_the_app_writes()
    {
        Storage.Texts("tableNames").ShouldBe(
            [
                "accounts", "applications", "batches", "clearings", "consolesessions",
                "deadletters", "journal",
                "orders", "reconciliations", "refundnumbers", "verifications",
                "walletlogins",
            ]);
        LoopOver("tableServices/tables").ShouldBe("tableNames");
    }

    [Theory]
    [InlineData("allowSharedKeyAccess", "false")]
    [InlineData("allowBlobPublicAccess", "false")]
    [InlineData("isLocalUserEnabled", "false")]
    [InlineData("supportsHttpsTrafficOnly", "true")]
    [InlineData("minimumTlsVersion", "TLS1_2")]
    public void The_account_opens_to_identities_alone(string property, string value)
    {
        var account = Storage.Resources.Single(static resource => resource.Name == "account");

        var written = account.Body.Property("properties")!.Property(property)!;

        (written.Literal() ?? written.Text).ShouldBe(value);
    }

    private string LoopOver(string kind)
        => Storage.Resources.Single(resource => resource.Target.Contains($"/{kind}@"))
            .Node.Children[^1].Children[1].Text;
}
