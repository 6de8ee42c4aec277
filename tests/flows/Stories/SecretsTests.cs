using System.Security.Cryptography;
using System.Text.Json;
using PayFunctions.Sandbox.Alipay;
using PayFunctions.Sandbox.Azurite;
using PayFunctions.Sandbox.Launcher;
using PayFunctions.Tests.Flows.World;

namespace PayFunctions.Tests.Flows.Stories;

[Collection(StoryGroup.Name)]
public sealed class SecretsTests(SharedWorld shared)
{
    /// <summary>A shorter piece could stand in a log by chance.</summary>
    private const int PieceLength = 24;

    [Fact]
    public async Task Nothing_secret_is_in_the_log_even_at_its_most_talkative()
    {
        var world = await shared.OpenAsync();
        var paid = await TellEverythingAsync(world);

        var log = await world.Functions.ReadLogAsync();

        log.ShouldContain("dbug:");
        log.ShouldContain(paid);
        Secrets(world).Where(s => log.Contains(s.Text, StringComparison.OrdinalIgnoreCase))
            .Select(static s => s.Name).Distinct(StringComparer.Ordinal).ShouldBeEmpty();
    }

    /// <summary>Every road on which a secret travels, one of them with a refusal.</summary>
    private static async Task<string> TellEverythingAsync(PayWorld world)
    {
        var payer = new PayerBrowser(world.Http);
        var request = world.Client.Order();
        var cashier = await payer.FollowAsync(Opened(world, request.GetUrl()));
        var forged = Opened(world, world.Client.Order().GetUrl().Replace(
            "total_fee=12345", "total_fee=1", StringComparison.Ordinal));
        await payer.TryReadAsync(forged);
        var paidPage = await payer.PressAsync(
            await payer.ChooseAsync(cashier, "alipay_page"), "pay");
        var back = PayerBrowser.Link(paidPage, "/return/alipay/");
        Opened(world, back.AbsoluteUri);
        await payer.ReadAsync(back);
        var notice = await Story.FirstNoticeAsync(world, request.OutTradeNo!);
        await Story.DeliveredAsync(world, notice.NotifyId);
        return notice.Fields["transaction_id"];
    }

    private static Uri Opened(PayWorld world, string address)
    {
        world.Wire.Opened(address);
        return new Uri(address);
    }

    private static List<(string Name, string Text)> Secrets(PayWorld world)
    {
        List<(string Name, string Text)> secrets =
        [
            ("function key", world.Keys.OperatorKey),
            ("account key", AzuriteProcess.AccountKey),
            ("buyer's login", Trade.BuyerLogon),
            ("name of the buyer's login", "buyer_logon_id"),
            ("authorization scheme", "PAYFN-SHA256-RSA2048"),
            ("private key", "PRIVATE KEY"),
        ];
        secrets.AddRange(world.Wire.Authorizations.Select(static a => ("authorization", a)));
        secrets.AddRange(Signatures(world).SelectMany(static s => Spellings("signature", s)));
        secrets.AddRange(PrivateNumbers(world));
        return secrets;
    }

    private static IEnumerable<string> Signatures(PayWorld world)
        => world.Wire.Signatures.Concat(world.Merchant.All.Select(static n => n.Fields["sign"]));

    /// <summary>Its beginning and end, as they are and as an address carries them.</summary>
    private static IEnumerable<(string Name, string Text)> Spellings(string name, string secret)
    {
        string[] pieces = [secret[..PieceLength], secret[^PieceLength..]];
        return pieces.SelectMany(piece => new[]
        {
            (name, piece), (name + " in an address", Uri.EscapeDataString(piece)),
        });
    }

    private static IEnumerable<(string Name, string Text)> PrivateNumbers(PayWorld world)
    {
        var jwks = Directory.EnumerateFiles(world.Keys.GatewayFolder, "*.json")
            .Select(static file => JsonSerializer.Deserialize<Dictionary<string, string>>(
                File.ReadAllText(file))!)
            .SelectMany(static jwk => new[] { jwk["d"], jwk["p"], jwk["q"] });
        string[] pems = [world.Keys.Private("shop"), world.Keys.Private(SandboxAlipay.OwnKey)];
        return jwks
            .Concat(pems.Select(static pem => Convert.ToBase64String(NumberOf(pem))))
            .Select(static number => ("private number", number[..PieceLength]));
    }

    private static byte[] NumberOf(string pem)
    {
        using var key = RSA.Create();
        key.ImportFromPem(pem);
        return key.ExportParameters(includePrivateParameters: true).D!;
    }
}
