using System.Globalization;
using System.Net;
using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.IPayNow;

/// <summary>
/// What we say to ipaynow: the fields of a request in the order of their names, none empty, with
/// the signature at the end.
/// </summary>
internal static class IPayNowMessages
{
    private const int NameMax = 40;
    private const int DetailMax = 200;
    private const int PayerAddressMax = 20;
    private const string Purchase = "01";

    private static readonly TimeSpan LifeMin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LifeMax = TimeSpan.FromSeconds(3600);

    /// <summary>Opens a page or a code for an attempt.</summary>
    public static List<KeyValuePair<string, string>> Open(
        IPayNowAccount account, PageRequest request)
        => string.Equals(
            request.Attempt.Product, IPayNowProduct.Page, StringComparison.Ordinal)
                ? Pay(
                    account, request.Order, request.Attempt, request.NotifyUrl,
                    [
                        new("consumerCreateIp", OnlyB(account, Written(request.PayerAddress))),
                        new("frontNotifyUrl", request.ReturnUrl.AbsoluteUri),
                        new("outputType", OnlyB(account, account.PageOutput)),
                        new("payChannelType", account.PageChannel),
                    ])
                : Pay(
                    account, request.Order, request.Attempt, request.NotifyUrl,
                    [
                        new("outputType", account.QrOutput),
                        new("payChannelType", account.QrChannel),
                    ]);

    /// <summary>Charges a payer's code.</summary>
    public static List<KeyValuePair<string, string>> Charge(
        IPayNowAccount account, ChargeRequest request)
        => Pay(
            account, request.Order, request.Attempt, request.NotifyUrl,
            [
                new("channelAuthCode", request.Code.Text),
                new("payChannelType", account.BarcodeChannel),
            ]);

    /// <summary>Asks about a payment.</summary>
    public static List<KeyValuePair<string, string>> Query(
        IPayNowAccount account, TradeReference trade)
        => Signed(
            account, account.QueryFuncode,
            [
                new("appId", account.AppId),
                new("deviceType", OnlyB(
                    account, IPayNowProduct.DeviceOf(account, trade.Product))),
                new("funcode", account.QueryFuncode),
                new("mhtCharset", TextCharset.Utf8.Name),
                new("mhtOrderNo", trade.Number.ToString()),
                new("mhtSignType", IPayNowSignature.SignType),
                new("version", OnlyB(account, account.Version)),
            ]);

    /// <summary>Signs fields and leaves out those that are empty.</summary>
    public static List<KeyValuePair<string, string>> Signed(
        IPayNowAccount account, string funcode,
        IReadOnlyList<KeyValuePair<string, string?>> fields)
    {
        var signing = IPayNowSignedFields.OfRequest(account.Profile, funcode);
        List<KeyValuePair<string, string>> sent =
        [
            .. fields.Where(static f => !string.IsNullOrEmpty(f.Value))
                .OrderBy(static f => f.Key, StringComparer.Ordinal)
                .Select(static f => KeyValuePair.Create(f.Key, f.Value!)),
        ];
        sent.Add(new(signing.Parameter, IPayNowSignature.Sign(account, sent, signing)));
        return sent;
    }

    private static List<KeyValuePair<string, string>> Pay(
        IPayNowAccount account, Order order, Attempt attempt, Uri notifyUrl,
        IReadOnlyList<KeyValuePair<string, string?>> more)
        => Signed(
            account, IPayNowFuncode.Pay,
            [
                .. more,
                new("appId", account.AppId),
                new("deviceType", IPayNowProduct.DeviceOf(account, attempt.Product)),
                new("funcode", IPayNowFuncode.Pay),
                new("mhtCharset", TextCharset.Utf8.Name),
                new("mhtCurrencyType", IPayNowAmount.Currency),
                new("mhtLimitPay", account.LimitPay),
                new("mhtOrderAmt", IPayNowAmount.Write(order.Terms.Total)),
                new("mhtOrderDetail", IPayNowText.Plain(
                    order.Terms.Body is { Length: > 0 } body ? body : order.Terms.Subject,
                    DetailMax)),
                new("mhtOrderName", IPayNowText.Plain(order.Terms.Subject, NameMax)),
                new("mhtOrderNo", order.NumberOf(attempt).ToString()),
                new("mhtOrderStartTime", BeijingClock.Write(
                    attempt.OpenedAt, BeijingClock.Digits)),
                new("mhtOrderTimeOut", Life(order, attempt)),
                new("mhtOrderType", Purchase),
                new("mhtSignType", IPayNowSignature.SignType),
                new("notifyUrl", notifyUrl.AbsoluteUri),
                new("version", OnlyB(account, account.Version)),
            ]);

    // Counted from the attempt, so that an attempt that is opened again says the same again.
    private static string Life(Order order, Attempt attempt)
    {
        var wanted = order.ExpiresAt - attempt.OpenedAt;
        var life = wanted < LifeMin ? LifeMin : wanted > LifeMax ? LifeMax : wanted;
        return ((long)life.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }

    // The field has no room for most addresses of IPv6; ipaynow says whether it misses one.
    private static string? Written(IPAddress? payer)
        => payer switch
        {
            null => null,
            { IsIPv4MappedToIPv6: true } => payer.MapToIPv4().ToString(),
            _ => payer.ToString() is { Length: <= PayerAddressMax } text ? text : null,
        };

    private static string? OnlyB(IPayNowAccount account, string? value)
        => account.Profile == IPayNowProfile.B ? value : null;
}
