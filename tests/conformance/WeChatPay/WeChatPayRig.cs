using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PayFunctions.Sandbox.WeChatPay;
using PayFunctions.Tests.Conformance.World;

namespace PayFunctions.Tests.Conformance.WeChatPay;

/// <summary>WeChat Pay by APIv3 with its public key, and by the XML interface for payers' codes.
/// </summary>
public class WeChatPayRig : ChannelRig
{
    private const string AppId = "wx0123456789abcdef";
    private const string MchId = "1900000109";
    private const string OtherMchId = "1900000110";
    private const string Serial = "444F4864EA9B34415EDC4F5D0123456789ABCDEF";
    private const string KeyId = "PUB_KEY_ID_0119000001092026010100000000001";
    private const string ApiV3Key = "apiv3-key-of-the-suite-012345678";
    private const string ApiV2Key = "apiv2-key-of-the-suite-012345678";
    private const int TagBytes = 16;

    private static readonly Lazy<string> ClientCertificate = new(
        static () => TestCertificate.Pkcs12Of("wechat-client", MemoryKeys.Of("wechatpay-main")));

    /// <summary>The key that WeChat Pay signs with.</summary>
    protected static RSA Key => MemoryKeys.Of("wechatpay");

    private WeChatPaySimulator? simulator;
    private int codes;

    /// <inheritdoc/>
    public override string Channel => "wechatpay";

    /// <inheritdoc/>
    public override string PageProduct => "wechatpay_h5";

    /// <inheritdoc/>
    public override string? CodeProduct => "wechatpay_native";

    /// <inheritdoc/>
    public override string? TillProduct => "wechatpay_code";

    /// <inheritdoc/>
    public override bool AsksToOpen => true;

    /// <inheritdoc/>
    public override string QueryOperation => "query";

    /// <inheritdoc/>
    public override string RefundOperation => "refund";

    /// <inheritdoc/>
    public override string OpenOperation => "prepay";

    /// <inheritdoc/>
    public override string ChargeOperation => "charge";

    /// <summary>What it calls that key.</summary>
    protected virtual string KeySerial => KeyId;

    /// <summary>Platform certificates of that key; none where the merchant has the bare key.
    /// </summary>
    private protected virtual IReadOnlyList<PlatformCertificate> Certificates => [];

    /// <inheritdoc/>
    public override string CodeOf(TillBehaviour behaviour)
        => $"13{++codes:D13}" + behaviour switch
        {
            TillBehaviour.PaysAtOnce => "000",
            TillBehaviour.HasToConfirm => "901",
            _ => "912",
        };

    /// <inheritdoc/>
    internal override async Task<Uri> StartAsync(RigParts parts)
    {
        var hasCertificates = Certificates.Count > 0;
        simulator = await WeChatPaySimulator.StartAsync(new WeChatPaySimulatorOptions
        {
            Time = parts.ChannelClock,
            Certificates = Certificates,
            PublicKey = hasCertificates
                ? null
                : new(KeyId, Key.ExportPkcs8PrivateKeyPem()),
            AllowsPlainNotifyUrl = true,
            ReversesWithoutCertificate = true,
            RefundGap = TimeSpan.Zero,
            PaysAfterClose = true,
            Merchants =
            [
                .. ((string[])[MchId, OtherMchId]).Select(mchId => new WeChatPayMerchant(
                    mchId, [AppId], [new(Serial, MemoryKeys.PublicOf("wechatpay-main"))],
                    ApiV3Key)
                {
                    ApiV2Key = ApiV2Key,
                    HasCertificates = hasCertificates,
                    HasPublicKey = !hasCertificates,
                    H5Domain = parts.Gateway.Host,
                }),
            ],
        });
        return simulator.Address;
    }

    /// <inheritdoc/>
    internal override JsonObject Account(RigParts parts, Uri simulator, bool other)
        => Account(parts, simulator, other ? OtherMchId : MchId, "wechatpay-main");

    /// <summary>WeChat Pay signs no refusal, so only a key of ours can be found strange.</summary>
    internal override JsonObject Estranged(RigParts parts, Uri simulator)
        => Account(parts, simulator, MchId, "stranger");

    /// <inheritdoc/>
    internal override ChannelMessage Forge(RigParts parts, ForgedSuccess success)
    {
        var now = parts.ChannelClock.GetUtcNow();
        var resource = new JsonObject
        {
            ["mchid"] = success.OtherIdentity ? OtherMchId : MchId,
            ["appid"] = AppId,
            ["out_trade_no"] = success.Number,
            ["transaction_id"] = "4200000000202603010000000001",
            ["trade_type"] = "MWEB",
            ["trade_state"] = "SUCCESS",
            ["success_time"] = Time(now),
            ["payer"] = new JsonObject { ["openid"] = "o-payer" },
            ["amount"] = new JsonObject
            {
                ["total"] = success.Fen,
                ["payer_total"] = success.Fen,
                ["currency"] = "CNY",
                ["payer_currency"] = "CNY",
            },
        };
        var body = new JsonObject
        {
            ["id"] = "8d5ea39e-0001-5d5a-9f00-000000000001",
            ["create_time"] = Time(now),
            ["resource_type"] = "encrypt-resource",
            ["event_type"] = "TRANSACTION.SUCCESS",
            ["summary"] = "支付成功",
            ["resource"] = Seal(resource.ToJsonString()),
        }.ToJsonString();
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Key.SignData(
            Encoding.UTF8.GetBytes($"{timestamp}\nforged\n{body}\n"), HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1);
        return new ChannelMessage(
            "POST", new Uri(parts.Gateway, "notify/wechatpay/main").AbsoluteUri,
            "application/json", body)
        {
            Headers = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Wechatpay-Serial"] = KeySerial,
                ["Wechatpay-Timestamp"] = timestamp,
                ["Wechatpay-Nonce"] = "forged",
                ["Wechatpay-Signature"] = Convert.ToBase64String(signature),
            },
        };
    }

    /// <inheritdoc/>
    internal override IEnumerable<(string Name, string Parameters)> Damages(string parameters)
    {
        const int tooLong = 70_000;
        var names = JsonNode.Parse(parameters)!.AsObject().Select(static p => p.Key).ToList();
        foreach (var name in names)
        {
            yield return ($"{name} removed", Changed(parameters, o => o.Remove(name)));
            yield return ($"{name} emptied", Changed(parameters, o => o[name] = ""));
        }

        foreach (var name in (string[])["ciphertext", "nonce", "associated_data", "algorithm"])
        {
            yield return ($"{name} of the resource altered", Changed(
                parameters, o => o["resource"]![name] = o["resource"]![name] + "x"));
        }

        yield return ("a blank", parameters + " ");
        yield return ("cut in half", parameters[..(parameters.Length / 2)]);
        yield return ("empty", "");
        yield return ("xml", "<xml><return_code>SUCCESS</return_code></xml>");
        yield return ("too long", parameters + new string(' ', tooLong));
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

    /// <summary>What an account says of WeChat Pay's key and of its till.</summary>
    private protected virtual void Complete(
        JsonObject settings, JsonObject secrets, RigParts parts)
    {
        parts.KeepSecret("wechat-v2", ApiV2Key);
        parts.KeepSecret("wechat-client", ClientCertificate.Value);
        parts.KeepSecret("wechat-client-password", TestCertificate.Password);
        settings["wechatpay_public_key_id"] = KeyId;
        settings["wechatpay_public_key"] = MemoryKeys.PublicOf("wechatpay");
        settings["device_ip"] = "203.0.113.8";
        secrets["api_v2_key"] = "wechat-v2";
        secrets["client_certificate"] = "wechat-client";
        secrets["client_certificate_password"] = "wechat-client-password";
    }

    private JsonObject Account(RigParts parts, Uri simulator, string mchId, string signingKey)
    {
        parts.KeepSecret("wechat-v3", ApiV3Key);
        var settings = new JsonObject
        {
            ["app_id"] = AppId,
            ["mch_id"] = mchId,
            ["signing_key"] = signingKey,
            ["merchant_serial"] = Serial,
            ["payer_ip_fallback"] = "203.0.113.7",
            ["base_uri"] = simulator.AbsoluteUri.TrimEnd('/'),
        };
        var secrets = new JsonObject { ["api_v3_key"] = "wechat-v3" };
        Complete(settings, secrets, parts);
        return new JsonObject
        {
            ["environment"] = "test",
            ["settings"] = settings,
            ["secrets"] = secrets,
        };
    }

    [SuppressMessage(
        "Security", "CA5390:Do not hard-code encryption key",
        Justification = "A throwaway key: both sides of the suite have to know it.")]
    private static JsonObject Seal(string plain)
    {
        var text = Encoding.UTF8.GetBytes(plain);
        var cipher = new byte[text.Length + TagBytes];
        using var aes = new AesGcm(Encoding.ASCII.GetBytes(ApiV3Key), TagBytes);
        aes.Encrypt(
            "abcdefghijkl"u8, text, cipher.AsSpan(..text.Length), cipher.AsSpan(text.Length..),
            "transaction"u8);
        return new JsonObject
        {
            ["original_type"] = "transaction",
            ["algorithm"] = "AEAD_AES_256_GCM",
            ["ciphertext"] = Convert.ToBase64String(cipher),
            ["associated_data"] = "transaction",
            ["nonce"] = "abcdefghijkl",
        };
    }

    private static string Changed(string text, Action<JsonObject> change)
    {
        var json = JsonNode.Parse(text)!.AsObject();
        change(json);
        return json.ToJsonString();
    }

    private static string Time(DateTimeOffset at)
        => at.ToOffset(TimeSpan.FromHours(8)).ToString(
            "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
