using System.Text.RegularExpressions;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>
/// Charges payers' codes for both interfaces. What the payer does and what is answered is chosen by
/// the code, see <see cref="AuthCodeBook"/>.
/// </summary>
internal sealed partial class ChargeDesk(
    TradeBook book, CheckoutBook<PayOrder> checkouts, AuthCodeBook codes, Payer payer)
{
    private static readonly ApiError CodeInvalid = new(
        StatusCodes.Status400BadRequest, "AUTH_CODE_INVALID", "付款码无效，请重新扫码");

    /// <summary>The trade, paid or waiting for its payer; or why there is none to speak of.
    /// </summary>
    public (Trade? Trade, ApiError? Error) Charge(PayOrder order, string code)
    {
        if (book.Find(order) is { } known)
        {
            var again = TradeRules.Recharge(known, order);
            return (again.Error is null ? known : null, again.Error);
        }

        if (!Code().IsMatch(code))
        {
            return (null, CodeInvalid);
        }

        var behaviour = codes.BehaviourOf(code);
        var move = behaviour.Payer is PayerAct.None ? null
            : codes.TryUse(code, order) ? Act(order, behaviour.Payer)
            : TradeMove.Refused(CodeInvalid);
        return move?.Error is { } refusal ? (null, refusal)
            : behaviour.Answer switch
            {
                ChargeAnswer.Refused => (null, Refusal(behaviour.Code!)),
                ChargeAnswer.Honest when move?.Trade is { } trade => (trade, null),
                _ => (null, ApiError.Busy),
            };
    }

    private static ApiError Refusal(string code)
        => new(
            code is "SYSTEM_ERROR" or "BANK_ERROR" ? StatusCodes.Status500InternalServerError
                : code.StartsWith("AUTH", StringComparison.Ordinal)
                    ? StatusCodes.Status400BadRequest
                : StatusCodes.Status403Forbidden,
            code, "支付失败");

    private TradeMove Act(PayOrder order, PayerAct act)
    {
        var asked = order with { IsNeverConfirmed = act is PayerAct.Never };
        var move = book.Open(
            asked, TradeStatus.UserPaying, (trade, _) => TradeRules.Recharge(trade, asked));
        if (move is not { Moved: true, Trade: { } opened })
        {
            return move;
        }

        return act switch
        {
            PayerAct.Pays => payer.Pay(asked, silent: true),
            PayerAct.Fails => book.Change(opened, static (t, _) => TradeRules.Decline(t)),
            _ => checkouts.Open(asked) is null ? TradeMove.Refused(ApiError.Busy) : move,
        };
    }

    [GeneratedRegex(
        @"\A1[0-5][0-9]{16}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
