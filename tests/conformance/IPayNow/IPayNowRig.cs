using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PayFunctions.Sandbox.IPayNow;
using PayFunctions.Tests.Conformance.World;

namespace PayFunctions.Tests.Conformance.IPayNow;

/// <summary>IPayNow in profile B, the one with refunds, codes and cancels.</summary>
public sealed class IPayNowRig : ChannelRig
{
    private const string AppId = "1400000000000001";
    private const string OtherAppId = "1400000000000002";
    private const string Key = "ipn-test-key-0123456789abcdefghi";

    private IPayNowSimulator? simulator;
    private int codes;

    /// <inheritdoc/>
    public override string Channel => "ipaynow";

    /// <inheritdoc/>
    public override string PageProduct => "ipaynow_page";

    /// <inheritdoc/>
    public override string? CodeProduct => "ipaynow_qr";

    /// <inheritdoc/>
    public override string? TillProduct => "ipaynow_barcode";

    /// <inheritdoc/>
    public override bool AsksToOpen => true;

    /// <inheritdoc/>
    public override string OpenOperation => "WP001";

    /// <inheritdoc/>
    public override string ChargeOperation => "WP001";

    /// <inheritdoc/>
    public override string QueryOperation => "MQ002";

    /// <inheritdoc/>
    public override string RefundOperation => "R001";

    /// <inheritdoc/>
    internal override async Task<Uri> StartAsync(RigParts parts)
    {
        simulator = await IPayNowSimulator.StartAsync(new IPayNowSimulatorOptions
        {
            Time = parts.ChannelClock,
            Applications = [new(AppId, Key), new(OtherAppId, Key)],
        });
        return simulator.Address;
    }

    /// <inheritdoc/>
    internal override JsonObject Account(RigParts parts, Uri simulator, bool other)
        => Account(parts, simulator, other ? OtherAppId : AppId, "ipaynow-key", Key);

    /// <inheritdoc/>
    internal override JsonObject Estranged(RigParts parts, Uri simulator)
        => Account(parts, simulator, AppId, "ipaynow-strange", "another-test-key-0123456789");

    /// <inheritdoc/>
    public override string CodeOf(TillBehaviour behaviour)
        => $"28{++codes:D14}" + behaviour switch
        {
            TillBehaviour.PaysAtOnce => "99",
            TillBehaviour.HasToConfirm => "03",
            _ => "02",
        };

    /// <inheritdoc/>
    internal override ChannelMessage Forge(RigParts parts, ForgedSuccess success)
    {
        SortedDictionary<string, string> fields = new(StringComparer.Ordinal)
        {
            ["appId"] = success.OtherIdentity ? OtherAppId : AppId,
            ["deviceType"] = "0601",
            ["funcode"] = "N001",
            ["mhtCharset"] = "UTF-8",
            ["mhtCurrencyType"] = "156",
            ["mhtOrderAmt"] = success.Fen.ToString(CultureInfo.InvariantCulture),
            ["mhtOrderName"] = "tea",
            ["mhtOrderNo"] = success.Number,
            ["mhtOrderStartTime"] = "20260301200000",
            ["mhtOrderType"] = "01",
            ["nowPayOrderNo"] = "200301202603012000000000001",
            ["payTime"] = "20260301200000",
            ["signType"] = "MD5",
            ["transStatus"] = "A001",
            ["version"] = "1.0.0",
        };
        var text = string.Join('&', fields.Select(static f => $"{f.Key}={f.Value}"));
        fields["signature"] = Md5($"{text}&{Md5(Key)}");
        return new ChannelMessage(
            "POST", new Uri(parts.Gateway, "notify/ipaynow/main").AbsoluteUri,
            "application/x-www-form-urlencoded",
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

    private static JsonObject Account(
        RigParts parts, Uri simulator, string appId, string keyName, string key)
    {
        parts.KeepSecret(keyName, key);
        return new JsonObject
        {
            ["environment"] = "test",
            ["settings"] = new JsonObject
            {
                ["profile"] = "b",
                ["app_id"] = appId,
                ["gateway_uri"] = simulator.AbsoluteUri,
                ["refund_uri"] = new Uri(simulator, "refund/refundOrder").AbsoluteUri,
                ["refund_query_uri"] = new Uri(simulator, "refund/refundQuery").AbsoluteUri,
                ["page_channel_type"] = "13",
                ["qr_channel_type"] = "13",
                ["barcode_channel_type"] = "13",
            },
            ["secrets"] = new JsonObject { ["app_key"] = keyName },
        };
    }

    [SuppressMessage(
        "Security", "CA5351:Do Not Use Broken Cryptographic Algorithms",
        Justification = "The channel knows no other algorithm.")]
    private static string Md5(string text)
        => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
}
