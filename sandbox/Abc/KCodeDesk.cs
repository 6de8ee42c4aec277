using System.Security.Cryptography;
using System.Text;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc;

/// <summary>
/// Payments by card and code: sends a code to a phone that only the control interface sees, sends
/// another, and pays with it. The latest code is the good one.
/// </summary>
internal sealed class KCodeDesk(
    AbcSimulatorOptions options, TradeBook book, KCodeBook codes)
{
    /// <summary>Begins an order, and sends the code.</summary>
    public TrxAnswer Begin(TrustPayRequest request, AbcMerchant merchant, Uri root)
    {
        var (order, why) = KCodeRules.Read(request, merchant, book.Now);
        if (order is null)
        {
            return new(why!);
        }

        var card = request["CardNo"];
        if (!codes.IsSigned(card))
        {
            return codes.Invite(card) is { } token
                ? new(
                    ReturnCode.NotSigned,
                    ("TrxType", "KPayVerifyReq"), ("OrderNo", order.OutTradeNo),
                    ("PaymentURL", new Uri(root, $"{KCodePages.Path}?TOKEN={token}").AbsoluteUri))
                : new(ReturnCode.SystemError);
        }

        if (book.Open(order, options.RefusesRepetitions) is { } refusal)
        {
            return new(refusal);
        }

        codes.Send(order, card);
        return new(
            ReturnCode.Done,
            ("ECMerchantType", "EBUS"), ("MerchantID", order.MerchantId),
            ("TrxType", "KPayVerifyReq"), ("OrderNo", order.OutTradeNo),
            ("OrderAmount", Yuan.Format(order.Fen)),
            ("VerifyDate", BeijingTime.Format(book.Now, "yyyy/MM/dd")),
            ("VerifyTime", BeijingTime.Format(book.Now, "HH:mm:ss")));
    }

    /// <summary>Sends another code.</summary>
    public TrxAnswer Again(TrustPayRequest request)
    {
        var (known, why) = Find(request);
        if (known is null)
        {
            return new(why!);
        }

        codes.Send(known.Order, known.CardNo);
        return new(
            ReturnCode.Done,
            ("TrxType", "KPayResendReq"), ("OrderNo", known.Order.OutTradeNo),
            ("OrderAmount", Yuan.Format(known.Order.Fen)));
    }

    /// <summary>Pays, where the code is the one that the phone shows.</summary>
    public TrxAnswer Pay(TrustPayRequest request)
    {
        if (KCodeRules.WrongProof(request) is { } wrong)
        {
            return new(ReturnCode.Field(wrong));
        }

        var (known, why) = Find(request);
        if (known is null)
        {
            return new(why!);
        }

        if (!IsSame(known.Code, request["VerifyCode"]))
        {
            // A bank that repeats what it was told: nobody may pass its words on.
            return new(new ReturnCode(
                options.WrongKCode, $"验证码错误[{known.CardNo} {request["VerifyCode"]}]"));
        }

        return book.Pay(known.Order) is { } paid
            ? new(
                ReturnCode.Done,
                ("ECMerchantType", "EBUS"), ("MerchantID", known.Order.MerchantId),
                ("TrxType", "KPayReq"), ("OrderNo", known.Order.OutTradeNo),
                ("OrderAmount", Yuan.Format(known.Order.Fen)),
                ("HostDate", BeijingTime.Format(paid.PaidAt!.Value, "yyyy/MM/dd")),
                ("HostTime", BeijingTime.Format(paid.PaidAt.Value, "HH:mm:ss")))
            : new(ReturnCode.StateForbids);
    }

    /// <summary>The order that a later request names, unpaid; or why there is none.</summary>
    private (KCodeTrade? Known, ReturnCode? Why) Find(TrustPayRequest request)
    {
        var order = request.Order;
        return codes.Find(request.MerchantId, order["OrderNo"]) is not { } known
            ? (null, ReturnCode.OrderUnknown)
            : !KCodeRules.IsSame(order, known.Order) ? (null, ReturnCode.AmountWrong)
            : book.Find(request.MerchantId, known.Order.OutTradeNo)
                is not { Status: Trade.Unpaid } trade || trade.IsOver(book.Now)
                ? (null, ReturnCode.StateForbids)
            : (known, null);
    }

    private static bool IsSame(string one, string other)
        => CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
