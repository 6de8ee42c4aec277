using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Simulation.Channel;

/// <summary>
/// A bank's books about codes it sent to phones: what a payer could pay with, and how often it was
/// asked.
/// </summary>
internal sealed class CodeDesk(ChannelTruth truth)
{
    /// <summary>The code that is on every payer's phone.</summary>
    public const string RightCode = "123456";

    private readonly Dictionary<ChannelOrderNo, int> sent = [];
    private readonly Dictionary<ChannelOrderNo, int> entered = [];

    /// <summary>The codes that were sent for a trade.</summary>
    public int SentFor(ChannelOrderNo number) => sent.GetValueOrDefault(number);

    /// <summary>The codes that were entered for a trade.</summary>
    public int EnteredFor(ChannelOrderNo number) => entered.GetValueOrDefault(number);

    /// <summary>Begins a trade and sends a code.</summary>
    public KCodeSending Send(KCodeRequest request)
    {
        if (sent.ContainsKey(request.Number))
        {
            truth.Complaints.Add($"{request.Number} was begun before");
        }

        truth.FindOrAdd(request.Order, request.Attempt);
        sent[request.Number] = SentFor(request.Number) + 1;
        return new KCodeSent();
    }

    /// <summary>Sends another code.</summary>
    public KCodeSending Resend(KCodeRequest request)
    {
        if (truth.Find(request.Number) is null)
        {
            return new KCodeRefused("no such trade");
        }

        sent[request.Number] = SentFor(request.Number) + 1;
        return new KCodeSent();
    }

    /// <summary>Pays, once; nobody is told.</summary>
    public ChannelOutcome Pay(KCodeRequest request, KCodeProof proof)
    {
        entered[request.Number] = EnteredFor(request.Number) + 1;
        return truth.Find(request.Number) is not { } trade ? new Declined("no such trade")
            : trade.Stage == TradeStage.Paid ? new Unknown("paid: ask")
            : proof.Reveal(KCodeProof.Code) is not RightCode ? new WrongCode("wrong")
            : truth.Pay(trade, silently: true) ? truth.Query(trade.Number)
            : new Unknown("too late");
    }
}
