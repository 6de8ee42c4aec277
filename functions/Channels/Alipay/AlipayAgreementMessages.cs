using System.Globalization;
using System.Text.Json;
using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Alipay;

/// <summary>
/// What we say to Alipay about agreements: parameters, not signed yet. Our number of a signing is
/// its <c>external_agreement_no</c>.
/// </summary>
internal static class AlipayAgreementMessages
{
    private const int LogonMax = 100;

    /// <summary>Opens the page where the payer signs.</summary>
    public static List<KeyValuePair<string, string>> Sign(
        AlipayAccount account, PageRequest request)
    {
        var agreement = request.Order.Terms.Agreement
            ?? throw new ArgumentException("Not an agreement.", nameof(request));
        return AlipayMessages.Build(
            account, AlipayMethod.AgreementSign, request.Now,
            json =>
            {
                WriteScene(json, account);
                json.WriteString("product_code", account.Agreements.ProductCode);
                json.WriteStartObject("access_params");
                json.WriteString(
                    "channel",
                    request.Attempt.Product is AlipayProduct.AgreementWap
                        ? "ALIPAYAPP"
                        : "QRCODE");
                json.WriteEndObject();
                json.WriteString("external_agreement_no", request.Number.ToString());
                if (request.Order.Terms.PayerId is { Length: > 0 } payer)
                {
                    json.WriteString(
                        "external_logon_id", AlipayMessages.Shorten(payer, LogonMax));
                }

                json.WriteString("sign_validity_period", string.Create(
                    CultureInfo.InvariantCulture, $"{(long)agreement.ValidFor.TotalDays}d"));
                if (account.Agreements.IsCycle && agreement.Period is { } period)
                {
                    WritePeriod(json, agreement, period);
                }
            },
            request.NotifyUrl, request.ReturnUrl);
    }

    /// <summary>Asks about an agreement: by its own number once that is known.</summary>
    public static List<KeyValuePair<string, string>> Query(
        AlipayAccount account, ChannelOrderNo number, string? agreementNo, DateTimeOffset now)
        => AlipayMessages.Build(account, AlipayMethod.AgreementQuery, now, json =>
        {
            if (agreementNo is not null)
            {
                json.WriteString("agreement_no", agreementNo);
                return;
            }

            WriteScene(json, account);
            json.WriteString("external_agreement_no", number.ToString());
        });

    /// <summary>Ends an agreement.</summary>
    public static List<KeyValuePair<string, string>> Unsign(
        AlipayAccount account, UnsignRequest request)
        => AlipayMessages.Build(
            account, AlipayMethod.AgreementUnsign, request.Now,
            json => json.WriteString("agreement_no", request.ChannelAgreementNo),
            request.NotifyUrl);

    /// <summary>Takes money under an agreement: a trade that names it.</summary>
    public static List<KeyValuePair<string, string>> Debit(
        AlipayAccount account, DebitRequest request)
        => AlipayMessages.Build(
            account, AlipayMethod.Pay, request.Now,
            json =>
            {
                AlipayPayMessages.WriteOrder(
                    json, request.Order, request.Number, account.Agreements.ProductCode,
                    request.Now);
                json.WriteStartObject("agreement_params");
                json.WriteString("agreement_no", request.Agreement.ChannelAgreementNo);
                json.WriteEndObject();
            },
            request.NotifyUrl);

    private static void WriteScene(Utf8JsonWriter json, AlipayAccount account)
    {
        json.WriteString("personal_product_code", account.Agreements.PersonalProductCode);
        json.WriteString("sign_scene", account.Agreements.Scene);
    }

    private static void WritePeriod(
        Utf8JsonWriter json, AgreementTerms agreement, AgreementPeriod period)
    {
        json.WriteStartObject("period_rule_params");
        json.WriteString("period_type", period.Unit == PeriodUnit.Day ? "DAY" : "MONTH");
        json.WriteNumber("period", period.Length);
        json.WriteString(
            "execute_time", period.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("single_amount", YuanText.Write(agreement.SingleLimit));
        if (agreement.TotalLimit is { } total)
        {
            json.WriteString("total_amount", YuanText.Write(total));
        }

        if (agreement.CountLimit is { } count)
        {
            json.WriteNumber("total_payments", count);
        }

        json.WriteEndObject();
    }
}
