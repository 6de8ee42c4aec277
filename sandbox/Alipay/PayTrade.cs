using System.Text.RegularExpressions;
using PayFunctions.Sandbox.Alipay.Agreements;
using PayFunctions.Sandbox.Alipay.Holds;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>
/// <see cref="Methods.Pay"/>: charges the code that the payer shows. What the payer then does and
/// what is answered is chosen by the code, see <see cref="AuthCodeBook"/>.
/// </summary>
internal sealed partial class PayTrade(
    TradeBook book,
    CheckoutBook<PayOrder> checkouts,
    AuthCodeBook codes,
    Payer payer,
    HoldBook holds,
    AgreementBook agreements,
    bool refuseSpecialSubjects) : IGatewayMethod
{
    private static readonly GatewayError CodeInvalid = GatewayError.Business(
        "PAYMENT_AUTH_CODE_INVALID", "支付失败，获取顾客账户信息失败，请顾客刷新付款码后重新收款");

    /// <inheritdoc/>
    public string Name => Methods.Pay;

    /// <inheritdoc/>
    public MethodAnswer Answer(MethodCall call)
    {
        var (order, error) = PayOrderRules.Read(call, refuseSpecialSubjects);
        var takesHeld = call.Content["auth_no"].Length > 0;
        var debits = call.Content.Object("agreement_params");
        error ??= (takesHeld ? CaptureRules.Wrong(call.Content)
            : debits is not null ? WrongDebit(call.Content, debits)
            : WrongField(call.Content))
            is { } wrong ? GatewayError.Field(wrong) : null;
        if (error is not null)
        {
            return Failed(error, call.Content["out_trade_no"]);
        }

        error = book.Find(order!) is { } known ? TradeRules.Refusal(known, order!) : null;
        return error is not null
            ? Failed(error, order!.OutTradeNo)
            : takesHeld ? Take(holds.Take(call, order!.Fen), order)
            : debits is not null ? Take(
                agreements.Debit(
                    call.Merchant.SellerId, debits["agreement_no"],
                    call.Content["product_code"], order!.Fen),
                order)
            : Charge(order!, call.Content["auth_code"]);
    }

    private static string? WrongField(BizContent content)
        => content["scene"] is not ("" or "bar_code" or "security_code") ? "scene"
            : content["auth_code"].Length == 0 ? "auth_code"
            : null;

    private static string? WrongDebit(BizContent content, BizContent agreement)
        => content["scene"].Length > 0 ? "scene"
            : content["auth_code"].Length > 0 ? "auth_code"
            : agreement["agreement_no"].Length == 0 ? "agreement_params"
            : null;

    private static MethodAnswer Failed(GatewayError error, string outTradeNo)
        => new AnswerFields()
            .PutPaid(AnswerFields.Zero)
            .Put("out_trade_no", outTradeNo)
            .Failure(error);

    private static MethodAnswer Done(Trade trade)
    {
        var amount = Yuan.Format(trade.Order.Fen);
        var fields = new AnswerFields()
            .Put("trade_no", trade.TradeNo)
            .Put("out_trade_no", trade.Order.OutTradeNo)
            .Put("total_amount", amount)
            .PutBuyer()
            .PutPaid(trade.Paid is null ? AnswerFields.Zero : amount);
        return trade.Paid is not { } paid
            ? fields.Success(inProcess: true)
            : fields
                .Put("gmt_payment", BeijingTime.Format(paid))
                .Put("store_name", trade.Order.StoreName)
                .PutFunds("fund_bill_list", amount)
                .Success();
    }

    /// <summary>The payer has authorised it, or agreed to it, before: nobody is asked.</summary>
    private MethodAnswer Take(GatewayError? refusal, PayOrder order)
        => refusal is not null
            ? Failed(refusal, order.OutTradeNo)
            : payer.Pay(order, silent: false) switch
            {
                { Trade: { Paid: not null } trade } => Done(trade),
                var move => Failed(move.Error ?? GatewayError.Busy, order.OutTradeNo),
            };

    private MethodAnswer Charge(PayOrder order, string code)
    {
        if (!Code().IsMatch(code))
        {
            return Failed(CodeInvalid, order.OutTradeNo);
        }

        var behaviour = codes.BehaviourOf(code);
        var move = behaviour.Payer is PayerAct.None ? null
            : codes.TryUse(code, order) ? Act(order, behaviour.Payer)
            : new(null, CodeInvalid, false);
        return move?.Error is { } refusal ? Failed(refusal, order.OutTradeNo)
            : behaviour.Answer switch
            {
                ChargeAnswer.Refused => Failed(
                    GatewayError.Failed(behaviour.SubCode!, "支付失败"), order.OutTradeNo),
                ChargeAnswer.Honest when move?.Trade is { } trade => Done(trade),
                _ => MethodAnswer.Refused(GatewayError.Busy),
            };
    }

    /// <summary>Who has to confirm does so on a pay page.</summary>
    private TradeMove Act(PayOrder order, PayerAct act)
    {
        if (act is PayerAct.Pays)
        {
            return payer.Pay(order, silent: false);
        }

        var asked = order with { IsNeverConfirmed = act is PayerAct.Never };
        return checkouts.Open(asked) is null
            ? new(null, GatewayError.Busy, false)
            : payer.Open(asked);
    }

    [GeneratedRegex(
        @"\A(?:(?:2[5-9]|30)[0-9]{14,22}|fp[0-9A-Za-z]{33})\z", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
