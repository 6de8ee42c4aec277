using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PayFunctions.Sandbox.Alipay;
using PayFunctions.Tests.Conformance.World;

namespace PayFunctions.Tests.Conformance.Alipay;

/// <summary>Alipay, by its open gateway.</summary>
public sealed class AlipayRig : ChannelRig
{
    private const string AppId = "2021000000000001";
    private const string SellerId = "2088101106499364";
    private const string OtherSellerId = "2088101106499365";

    private static RSA Key => MemoryKeys.Of("alipay");

    private AlipaySimulator? simulator;
    private int codes;

    /// <inheritdoc/>
    public override string Channel => "alipay";

    /// <inheritdoc/>
    public override string PageProduct => "alipay_page";

    /// <inheritdoc/>
    public override string? OtherPageProduct => "alipay_wap";

    /// <inheritdoc/>
    public override string? CodeProduct => "alipay_qr";

    /// <inheritdoc/>
    public override string? TillProduct => "alipay_barcode";

    /// <inheritdoc/>
    public override string? HoldProduct => "alipay_hold_qr";

    /// <inheritdoc/>
    public override string CaptureOperation => "alipay.trade.pay";

    /// <inheritdoc/>
    public override string ReleaseOperation => "alipay.fund.auth.order.unfreeze";

    /// <inheritdoc/>
    public override string? AgreementProduct => "alipay_agreement";

    /// <inheritdoc/>
    public override string DebitOperation => "alipay.trade.pay";

    /// <inheritdoc/>
    public override string UnsignOperation => "alipay.user.agreement.unsign";

    /// <inheritdoc/>
    public override string QueryOperation => "alipay.trade.query";

    /// <inheritdoc/>
    public override string RefundOperation => "alipay.trade.refund";

    /// <inheritdoc/>
    public override string OpenOperation => "alipay.trade.precreate";

    /// <inheritdoc/>
    public override string ChargeOperation => "alipay.trade.pay";

    /// <inheritdoc/>
    public override string CodeOf(TillBehaviour behaviour)
        => $"28{++codes:D12}" + behaviour switch
        {
            TillBehaviour.PaysAtOnce => "000",
            TillBehaviour.HasToConfirm => "901",
            _ => "912",
        };

    /// <inheritdoc/>
    internal override async Task<Uri> StartAsync(RigParts parts)
    {
        simulator = await AlipaySimulator.StartAsync(new AlipaySimulatorOptions
        {
            PrivateKey = Key.ExportPkcs8PrivateKeyPem(),
            Time = parts.ChannelClock,
            Applications = [new(AppId, MemoryKeys.PublicOf("alipay-main"), SellerId)],
        });
        return simulator.Address;
    }

    /// <inheritdoc/>
    internal override JsonObject Account(RigParts parts, Uri simulator, bool other)
        => Account(simulator, "alipay", other ? OtherSellerId : SellerId);

    /// <inheritdoc/>
    internal override JsonObject Estranged(RigParts parts, Uri simulator)
        => Account(simulator, "stranger", SellerId);

    /// <inheritdoc/>
    internal override ChannelMessage Forge(RigParts parts, ForgedSuccess success)
    {
        SortedDictionary<string, string> fields = new(StringComparer.Ordinal)
        {
            ["app_id"] = AppId,
            ["charset"] = "utf-8",
            ["gmt_payment"] = "2026-03-01 20:00:00",
            ["notify_id"] = "2026030100222200000000000001",
            ["notify_time"] = "2026-03-01 20:00:01",
            ["notify_type"] = "trade_status_sync",
            ["out_trade_no"] = success.Number,
            ["seller_id"] = success.OtherIdentity ? OtherSellerId : SellerId,
            ["total_amount"] = FormattableString.Invariant($"{success.Fen / 100m:F2}"),
            ["trade_no"] = "2026030122001400000000000001",
            ["trade_status"] = "TRADE_SUCCESS",
            ["version"] = "1.0",
        };
        var text = string.Join('&', fields.Select(static f => $"{f.Key}={f.Value}"));
        fields["sign_type"] = "RSA2";
        fields["sign"] = Convert.ToBase64String(Key.SignData(
            Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        return new ChannelMessage(
            "POST", new Uri(parts.Gateway, "notify/alipay/main").AbsoluteUri,
            "application/x-www-form-urlencoded; charset=utf-8",
            string.Join('&', fields.Select(
                static f => $"{f.Key}={WebUtility.UrlEncode(f.Value)}")));
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (simulator is not null)
        {
            await simulator.DisposeAsync();
        }
    }

    private static JsonObject Account(Uri simulator, string key, string seller) => new()
    {
        ["environment"] = "test",
        ["settings"] = new JsonObject
        {
            ["app_id"] = AppId,
            ["seller_id"] = seller,
            ["signing_key"] = "alipay-main",
            ["public_key"] = MemoryKeys.PublicOf(key),
            ["gateway_uri"] = new Uri(simulator, "gateway.do").AbsoluteUri,
        },
    };
}
