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
    private static readonly (string Name, Func<IReadOnlyList<IChannel>, string> Cell)[] Columns =
    [
        ("page", static c => Products(c, ProductKind.Page)),
        ("code to scan", static c => Products(c, ProductKind.Code)),
        ("wallet", static c => Products(c, ProductKind.Wallet)),
        ("payer's code", static c => Products(c, ProductKind.Barcode)),
        ("card and code", static c => Products(c, ProductKind.KCode)),
        ("query", Can<IQueryTrade>),
        ("close", Can<ICloseTrade>),
        ("cancel", Can<ICancelTrade>),
        ("refund", Can<IRefundTrade>),
        ("refund query", Can<IQueryRefund>),
        ("refund batches", Can<IFileRefunds>),
        ("debit batches", Can<IFileDebits>),
        ("notification", Can<IReceiveNotification>),
        ("bill", Can<IDailyBill>),
        ("hold", static c => string.Join(", ", c.SelectMany(static f => f.Products)
            .Where(static p => p.Hold is not null).Select(static p => $"`{p.Name}`"))),
        ("agreement", static c => string.Join(", ", c.SelectMany(static f => f.Products)
            .Where(static p => p.DebitProduct is not null).Select(static p => $"`{p.Name}`"))),
        ("login", Can<IShareLogin>),
        ("identity", static c => Products(c, ProductKind.Identity)),
    ];

    /// <summary>Every channel of the gateway, as it registers them.</summary>
    public static IReadOnlyList<IChannel> Channels { get; } = Registered();

    /// <summary>The table in Markdown.</summary>
    public static string Markdown()
    {
        var text = new StringBuilder("| channel |");
        text.AppendJoin(null, Columns.Select(static c => $" {c.Name} |")).Append('\n');
        text.Append("|---|").Append(string.Concat(Columns.Select(static _ => "---|"))).Append('\n');
        foreach (var channel in Channels.GroupBy(static c => c.Name, StringComparer.Ordinal))
        {
            text.Append("| [").Append(channel.Key)
                .Append("](docs/channels/").Append(channel.Key).Append(".md) |")
                .AppendJoin(null, Columns.Select(c => $" {c.Cell([.. channel])} |"))
                .Append('\n');
        }

        return text.ToString();
    }

    private static string Products(IReadOnlyList<IChannel> faces, ProductKind kind)
        => string.Join(", ", faces.SelectMany(static f => f.Products)
            .Where(p => p.Kind == kind && p.Hold is null && p.DebitProduct is null)
            .Select(static p => $"`{p.Name}`"));

    private static string Can<T>(IReadOnlyList<IChannel> faces)
        => faces.Any(static f => f is T) ? "yes" : "";

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
