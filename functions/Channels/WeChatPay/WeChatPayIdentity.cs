using System.Text.Json;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>
/// Whose trade it is: a merchant's own, or that of a merchant for whom a service provider acts. The
/// provider signs and decrypts then, and the names of the fields differ.
/// </summary>
/// <param name="AppId">The merchant's application, or the provider's.</param>
/// <param name="MchId">The merchant, or the provider.</param>
/// <param name="SubMchId">The merchant for whom a provider acts; null for a merchant's own.</param>
/// <param name="SubAppId">That merchant's application, where payers are known by it.</param>
internal sealed record WeChatPayIdentity(
    string AppId, string MchId, string? SubMchId, string? SubAppId)
{
    /// <summary>Whether a provider acts for a merchant.</summary>
    public bool IsPartner => SubMchId is not null;

    /// <summary>The application under which a payer calls the wallet up.</summary>
    public string PayerAppId => SubAppId ?? AppId;

    /// <summary>Where orders live.</summary>
    public string Orders => IsPartner ? "/v3/pay/partner/transactions" : "/v3/pay/transactions";

    /// <summary>Both merchants as a query.</summary>
    public string Query
        => IsPartner ? $"sp_mchid={MchId}&sub_mchid={SubMchId}" : $"mchid={MchId}";

    /// <summary>Writes merchants and applications.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString(IsPartner ? "sp_appid" : "appid", AppId);
        if (IsPartner && SubAppId is not null)
        {
            json.WriteString("sub_appid", SubAppId);
        }

        WriteMerchant(json);
    }

    /// <summary>Writes merchants.</summary>
    public void WriteMerchant(Utf8JsonWriter json)
    {
        json.WriteString(IsPartner ? "sp_mchid" : "mchid", MchId);
        if (IsPartner)
        {
            json.WriteString("sub_mchid", SubMchId);
        }
    }

    /// <summary>Whose trade a message is about, by its merchants and applications.</summary>
    /// <param name="field">A field of the message, or null.</param>
    public WeChatPayClaim Claims(Func<string, string?> field)
    {
        var merchants = Merchants(field);
        var application = Compare(field(IsPartner ? "sp_appid" : "appid"), AppId);
        var sub = IsPartner && SubAppId is not null && field("sub_appid") is { } named
            ? Compare(named, SubAppId)
            : WeChatPayClaim.Ours;
        return Worst(merchants, Worst(application, sub));
    }

    /// <summary>The same of the merchants alone: a refund names no application.</summary>
    public WeChatPayClaim Merchants(Func<string, string?> field)
        => IsPartner
            ? Worst(Compare(field("sp_mchid"), MchId), Compare(field("sub_mchid"), SubMchId!))
            : Compare(field("mchid"), MchId);

    /// <summary>The same in the words of the older interface.</summary>
    public WeChatPayClaim ClaimsInV2(Func<string, string?> field)
        => Worst(
            Worst(Compare(field("appid"), AppId), Compare(field("mch_id"), MchId)),
            IsPartner ? Compare(field("sub_mch_id"), SubMchId!) : WeChatPayClaim.Ours);

    private static WeChatPayClaim Compare(string? said, string ours)
        => said is null ? WeChatPayClaim.Unsaid
            : string.Equals(said, ours, StringComparison.Ordinal) ? WeChatPayClaim.Ours
            : WeChatPayClaim.Foreign;

    private static WeChatPayClaim Worst(WeChatPayClaim one, WeChatPayClaim other)
        => one > other ? one : other;
}

/// <summary>Whose trade a message is about.</summary>
internal enum WeChatPayClaim
{
    /// <summary>Ours: it says so.</summary>
    Ours,

    /// <summary>It does not say everything.</summary>
    Unsaid,

    /// <summary>Somebody else's.</summary>
    Foreign,
}
