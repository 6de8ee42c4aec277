using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PayFunctions.Channels;
using PayFunctions.Host;

namespace PayFunctions.Tests.Docs;

/// <summary>What each registered channel can do, as its code says: the table in the README.
/// </summary>
internal static class CapabilityTable
{
    private static readonly (string Name, Func<IChannel, string> Cell)[] Columns =
    [
        ("page", static c => Products(c, ProductKind.Page)),
        ("code to scan", static c => Products(c, ProductKind.Code)),
        ("wallet", static c => Products(c, ProductKind.Wallet)),
        ("payer's code", static c => Products(c, ProductKind.Barcode)),
        ("query", static c => Mark(c is IQueryTrade)),
        ("close", static c => Mark(c is ICloseTrade)),
        ("cancel", static c => Mark(c is ICancelTrade)),
        ("refund", static c => Mark(c is IRefundTrade)),
        ("refund query", static c => Mark(c is IQueryRefund)),
        ("notification", static c => Mark(c is IReceiveNotification)),
        ("bill", static c => Mark(c is IDailyBill)),
    ];

    /// <summary>Every channel of the gateway, as it registers them.</summary>
    public static IReadOnlyList<IChannel> Channels { get; } = Registered();

    /// <summary>The table in Markdown.</summary>
    public static string Markdown()
    {
        var text = new StringBuilder("| channel |");
        text.AppendJoin(null, Columns.Select(static c => $" {c.Name} |")).Append('\n');
        text.Append("|---|").Append(string.Concat(Columns.Select(static _ => "---|"))).Append('\n');
        foreach (var channel in Channels)
        {
            text.Append("| [").Append(channel.Name)
                .Append("](docs/channels/").Append(channel.Name).Append(".md) |")
                .AppendJoin(null, Columns.Select(c => $" {c.Cell(channel)} |"))
                .Append('\n');
        }

        return text.ToString();
    }

    private static string Products(IChannel channel, ProductKind kind)
        => string.Join(", ", channel.Products.Where(p => p.Kind == kind)
            .Select(static p => $"`{p.Name}`"));

    private static string Mark(bool can) => can ? "yes" : "";

    private static IReadOnlyList<IChannel> Registered()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Gateway:PublicUri"] = "https://pay.example/",
                ["Keys:LocalFolder"] = "nowhere",
                ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
            })
            .Build();
        return
        [
            .. new ServiceCollection()
                .AddLogging()
                .AddGateway(configuration)
                .BuildServiceProvider()
                .GetServices<IChannel>(),
        ];
    }
}
