using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace PayFunctions.Tests.Compat.Worker;

public sealed class QueueConnectionTests
{
    private const string Emulated =
        "AccountName=a;AccountKey=YQ==;QueueEndpoint=http://127.0.0.1:9/a;";

    [Theory]
    [InlineData(null, "AzureWebJobsStorage")]
    [InlineData(null, "ConnectionStrings:AzureWebJobsStorage")]
    [InlineData("Orders", "AzureWebJobsOrders")]
    [InlineData("Orders", "Orders")]
    [InlineData("AzureWebJobsOrders", "AzureWebJobsOrders")]
    public void A_connection_string_is_found_by_its_name(string? connection, string setting)
        => Open(connection, (setting, Emulated)).Uri.ShouldBe(new Uri("http://127.0.0.1:9/a"));

    [Theory]
    [InlineData("accountName", "payments", "https://payments.queue.core.windows.net/")]
    [InlineData("queueServiceUri", "https://q.test/", "https://q.test/")]
    [InlineData("serviceUri", "https://s.test/", "https://s.test/")]
    public void An_identity_based_connection_names_the_account(
        string part, string value, string address)
        => Open(null, ($"AzureWebJobsStorage:{part}", value)).Uri.ShouldBe(new Uri(address));

    [Theory]
    [InlineData("managedidentity", null)]
    [InlineData("ManagedIdentity", "11111111-2222-3333-4444-555555555555")]
    public void An_identity_may_be_a_managed_one(string credential, string? clientId)
        => Open(
            null,
            ("AzureWebJobsStorage:accountName", "payments"),
            ("AzureWebJobsStorage:credential", credential),
            ("AzureWebJobsStorage:clientId", clientId)).AccountName.ShouldBe("payments");

    [Fact]
    public void Another_kind_of_credential_is_refused()
        => Should.Throw<InvalidOperationException>(() => Open(
                null,
                ("AzureWebJobsStorage:accountName", "payments"),
                ("AzureWebJobsStorage:credential", "password")))
            .Message.ShouldContain("password");

    [Fact]
    public void A_connection_that_no_setting_names_is_refused()
        => Should.Throw<InvalidOperationException>(() => Open("Orders"))
            .Message.ShouldContain("Orders");

    [Theory]
    [InlineData("orders", "orders-poison")]
    [InlineData("orders-poison", null)]
    [InlineData("a23456789b23456789c23456789d23456789e23456789f23456789g2",
        "a23456789b23456789c23456789d23456789e23456789f23456789g2-poison")]
    [InlineData("a23456789b23456789c23456789d23456789e23456789f23456789g23", null)]
    public void A_queue_has_a_poison_queue_unless_it_is_one_or_its_name_has_no_room(
        string queue, string? poison)
    {
        var found = PoisonQueue.Of(Open(null, ("AzureWebJobsStorage", Emulated)), queue);

        (found?.Name).ShouldBe(poison);
    }

    private static QueueServiceClient Open(
        string? connection, params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(static setting =>
                KeyValuePair.Create(setting.Key, setting.Value)))
            .Build();
        return new QueueConnections(configuration, []).Open(connection);
    }
}
