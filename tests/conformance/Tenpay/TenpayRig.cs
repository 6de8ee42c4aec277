using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PayFunctions.Sandbox.Tenpay;
using PayFunctions.Tests.Conformance.World;

namespace PayFunctions.Tests.Conformance.Tenpay;

/// <summary>Tenpay, by the B2C gateway, the profile that has refunds.</summary>
public class TenpayRig : ChannelRig
{
    private const string Key = "gateway-test-key-0123456789abcde";
    private const string StrangeKey = "stranger-test-key-0123456789abcd";
    private const string OperatorPassword = "op-password";

    private static readonly Lazy<string> ClientCertificate = new(
        static () => TestCertificate.Pkcs12Of("tenpay-client", MemoryKeys.Of("tenpay-client")));

    private TenpaySimulator? simulator;

    /// <inheritdoc/>
    public override string Channel => "tenpay";

    /// <summary>The merchant at Tenpay.</summary>
    protected virtual string Identity => "1900009999";

    /// <summary>Another one.</summary>
    protected virtual string OtherIdentity => "1900009998";

    /// <summary>What Tenpay calls them.</summary>
    protected virtual string IdentityName => "partner";

    /// <summary>The profile, as the simulator registers it.</summary>
    private protected virtual TenpayProfile Profile => TenpayProfile.Gateway;

    /// <inheritdoc/>
    public override string PageProduct => "tenpay_page";

    /// <inheritdoc/>
    public override string QueryOperation => "normalorderquery";

    /// <inheritdoc/>
    public override string RefundOperation => "refund";

    /// <inheritdoc/>
    internal override async Task<Uri> StartAsync(RigParts parts)
    {
        simulator = await TenpaySimulator.StartAsync(new TenpaySimulatorOptions
        {
            Time = parts.ChannelClock,
            RefundsWithoutCertificate = true,
            Merchants =
            [
                .. ((string[])[Identity, OtherIdentity]).Select(identity
                    => new TenpayMerchant(Profile, identity, Key)
                    {
                        OperatorPassword = OperatorPassword,
                    }),
            ],
        });
        return simulator.Address;
    }

    /// <inheritdoc/>
    internal override JsonObject Account(RigParts parts, Uri simulator, bool other)
        => Account(parts, simulator, other ? OtherIdentity : Identity, Key, "tenpay-key");

    /// <inheritdoc/>
    public override bool BillsNameFees => false;

    /// <inheritdoc/>
    internal override JsonObject Estranged(RigParts parts, Uri simulator)
        => Account(parts, simulator, Identity, StrangeKey, "tenpay-strange-key");

    /// <inheritdoc/>
    internal override ChannelMessage Forge(RigParts parts, ForgedSuccess success)
    {
        SortedDictionary<string, string> fields = new(StringComparer.Ordinal)
        {
            ["bank_type"] = "BL",
            ["fee_type"] = "1",
            ["input_charset"] = "GBK",
            ["notify_id"] = "forged_notify_id_0123456789",
            ["out_trade_no"] = success.Number,
            [IdentityName] = success.OtherIdentity ? OtherIdentity : Identity,
            ["sign_type"] = "MD5",
            ["time_end"] = "20260301200000",
            ["total_fee"] = success.Fen.ToString(CultureInfo.InvariantCulture),
            ["trade_mode"] = "1",
            ["trade_state"] = "0",
            ["transaction_id"] = $"{Identity}202603010000000001",
        };
        var text = string.Join('&', fields.Select(static f => $"{f.Key}={f.Value}"));
        fields["sign"] = Md5($"{text}&key={Key}");
        return new ChannelMessage(
            "POST", new Uri(parts.Gateway, "notify/tenpay/main").AbsoluteUri,
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

        GC.SuppressFinalize(this);
    }

    /// <summary>What is registered of a merchant of this profile.</summary>
    private protected virtual JsonObject Settings(Uri simulator, string identity) => new()
    {
        ["profile"] = "gateway",
        ["partner"] = identity,
        ["base_uri"] = simulator.AbsoluteUri.TrimEnd('/'),
        ["refund_uri"] = new Uri(simulator, "refundapi/gateway/refund.xml").AbsoluteUri,
        ["bill_uri"] = new Uri(simulator, "cgi-bin/mchdown_real_new.cgi").AbsoluteUri,
        ["payer_ip_fallback"] = "203.0.113.7",
    };

    /// <summary>The names of its secrets.</summary>
    private protected virtual JsonObject Secrets(string keyName) => new()
    {
        ["key"] = keyName,
        ["op_user_password"] = "tenpay-operator",
        ["client_certificate"] = "tenpay-client",
        ["client_certificate_password"] = "tenpay-client-password",
    };

    private JsonObject Account(
        RigParts parts, Uri simulator, string identity, string key, string keyName)
    {
        parts.KeepSecret(keyName, key);
        parts.KeepSecret("tenpay-operator", OperatorPassword);
        parts.KeepSecret("tenpay-client", ClientCertificate.Value);
        parts.KeepSecret("tenpay-client-password", TestCertificate.Password);
        return new JsonObject
        {
            ["environment"] = "test",
            ["settings"] = Settings(simulator, identity),
            ["secrets"] = Secrets(keyName),
        };
    }

    [SuppressMessage(
        "Security", "CA5351:Do Not Use Broken Cryptographic Algorithms",
        Justification = "The channel knows no other algorithm.")]
    private static string Md5(string text)
        => Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(text)));
}
