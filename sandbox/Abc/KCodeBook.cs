using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace PayFunctions.Sandbox.Abc;

/// <summary>The cards and codes of this world, and who has signed up.</summary>
internal sealed class KCodeBook
{
    /// <summary>A card whose number ends so is not signed up until its holder was on the page.
    /// </summary>
    public const string NotSignedEnding = "5095";

    /// <summary>The most sign pages that are remembered.</summary>
    public const int TokensMax = 100_000;

    private const int CodesEnd = 1_000_000;

    private readonly ConcurrentDictionary<(string Merchant, string Number), KCodeTrade> trades
        = new();

    private readonly ConcurrentDictionary<string, string> cardOfToken = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> signed = new(StringComparer.Ordinal);

    /// <summary>What was sent for an order; null where nothing was.</summary>
    public KCodeTrade? Find(string merchant, string number)
        => trades.GetValueOrDefault((merchant, number));

    /// <summary>Sends a code to the phone of the card's holder.</summary>
    public void Send(PayOrder order, string cardNo)
        => trades.AddOrUpdate(
            (order.MerchantId, order.OutTradeNo),
            _ => new KCodeTrade(order, cardNo, Draw(), 1),
            static (_, known) => known with { Code = Draw(), Sent = known.Sent + 1 });

    /// <summary>Whether the card's holder has signed up.</summary>
    public bool IsSigned(string cardNo)
        => !cardNo.EndsWith(NotSignedEnding, StringComparison.Ordinal)
            || signed.ContainsKey(cardNo);

    /// <summary>The token of a page on which the card's holder signs up; null where there is no
    /// room.</summary>
    public string? Invite(string cardNo)
    {
        if (cardOfToken.Count >= TokensMax)
        {
            return null;
        }

        const int digits = 20;
        var token = RandomNumberGenerator.GetString("0123456789", digits);
        cardOfToken[token] = cardNo;
        return token;
    }

    /// <summary>Whether a token leads to a page.</summary>
    public bool IsInvited(string token) => cardOfToken.ContainsKey(token);

    /// <summary>The card's holder signs up; whether there was such a page.</summary>
    public bool Sign(string token)
    {
        if (!cardOfToken.TryGetValue(token, out var card))
        {
            return false;
        }

        signed[card] = 1;
        return true;
    }

    private static string Draw()
        => RandomNumberGenerator.GetInt32(CodesEnd)
            .ToString("000000", CultureInfo.InvariantCulture);
}
