using System.Collections.Immutable;
using PayFunctions.Channels;
using PayFunctions.Keys;
using PayFunctions.Orders;
using PayFunctions.Platform;

namespace PayFunctions.Tests.Channels.Abc;

/// <summary>Orders, accounts and numbers for these tests.</summary>
internal static class An
{
    public const string MerchantId = "103880000000001";

    /// <summary>2026-01-02 03:04:05 in China.</summary>
    public static readonly DateTimeOffset Now = new(2026, 1, 1, 19, 4, 5, TimeSpan.Zero);

    public static readonly OrderId Id = OrderId.Of("shop", "T20260102000001");

    public static readonly ChannelOrderNo Number = new(Id, 1);

    public static readonly ChannelRefundNo RefundNumber = new(Id, 1);

    public static readonly TradeReference Trade = new(
        "main", "abc_page", Number, Now, Money.OfFen(8888));

    public static Order Order(
        string subject = "测试商品", string? body = "学费", long fen = 8888)
        => new()
        {
            Id = Id,
            AppId = "shop",
            OutTradeNo = "T20260102000001",
            Terms = new PaymentTerms(
                Money.OfFen(fen), subject, body, Attach: null, "https://shop.example.com/notify",
                ReturnUrl: null, Product: null, TimeSpan.FromHours(1)),
            LateSuccess = LateSuccess.Revive,
            State = OrderState.UserPaying,
            Version = 2,
            CreatedAt = Now,
        };

    public static PageRequest PageRequest(
        Order? order = null, string product = "abc_page", string account = "main",
        string notifyUrl = "http://pay.example.com/abc/notify")
        => new(
            order ?? Order(),
            new Attempt(1, product, account, AttemptState.Open, Now, AskAt: null),
            new Uri(notifyUrl),
            new Uri($"https://pay.example.com/return/abc/{Id}"),
            Now.AddMinutes(7));

    public static RefundRequest RefundRequest(
        string? reason = "太大了", long fen = 880, string account = "main")
        => new(
            Trade with { Account = account }, Number.ToString(), RefundNumber,
            Money.OfFen(8888), Money.OfFen(fen), reason, Now.AddDays(1),
            new Uri("http://pay.example.com/abc/notify"));

    /// <summary>A sound account; null takes a setting or a secret away.</summary>
    public static AccountMaterial Material(
        (string Name, string? Value)[] changes,
        AccountEnvironment environment = AccountEnvironment.Test)
    {
        var settings = Map(
            ("merchant_id", MerchantId), ("bank_certificate", AbcVectors.BankCertificate));
        var secrets = Map(
            ("merchant_certificate", AbcVectors.Pkcs12),
            ("merchant_certificate_password", AbcVectors.Password));
        foreach (var (name, value) in changes)
        {
            var isSecret = secrets.ContainsKey(name)
                || name.StartsWith("secret_", StringComparison.Ordinal);
            var map = isSecret ? secrets : settings;
            map.Remove(name);
            if (value is not null)
            {
                map.Add(name, value);
            }
        }

        return new AccountMaterial(
            "main", environment,
            settings.ToImmutableSortedDictionary(StringComparer.Ordinal),
            secrets.ToImmutableSortedDictionary(
                static s => s.Key, static s => new Secret(s.Value), StringComparer.Ordinal));
    }

    private static Dictionary<string, string> Map(params (string Name, string Value)[] entries)
        => entries.ToDictionary(
            static e => e.Name, static e => e.Value, StringComparer.Ordinal);
}
