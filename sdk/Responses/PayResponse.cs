using System.Globalization;

namespace PayFunctions.Sdk;

/// <summary>What the gateway says about an order, in a notification or a browser return.</summary>
/// <remarks>An instance exists only after its signature was verified.</remarks>
public abstract class PayResponse
{
    private protected PayResponse(IReadOnlyDictionary<string, string> parameters)
    {
        Parameters = parameters;
        AppId = Text("app_id");
        OutTradeNo = Text("out_trade_no");
        TransactionId = Text("transaction_id");
        TradeState = TradeStateWord.Read(Text("trade_state"));
        TotalFee = Number("total_fee");
        FeeType = Text("fee_type");
        OrderVersion = Number("order_version");
        Timestamp = Instant("timestamp");
    }

    /// <summary>Every signed parameter as it was sent, by its name on the wire.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>The merchant's application.</summary>
    public string AppId { get; }

    /// <summary>The merchant's own number.</summary>
    public string OutTradeNo { get; }

    /// <summary>The gateway's number.</summary>
    public string TransactionId { get; }

    /// <summary>Where the order stands.</summary>
    public TradeState TradeState { get; }

    /// <summary>The price in fen; compare it with your own order's.</summary>
    public long TotalFee { get; }

    /// <summary>The currency, <c>CNY</c>.</summary>
    public string FeeType { get; }

    /// <summary>Grows with each movement of the order: drop what is older than yours.</summary>
    public long OrderVersion { get; }

    /// <summary>When this copy was signed.</summary>
    public DateTimeOffset Timestamp { get; }

    /// <summary>Verifies and reads a notification's body.</summary>
    /// <param name="form">The body's bytes, exactly as received.</param>
    /// <param name="appId">The application that the message must be for.</param>
    /// <param name="keys">The gateway's public keys; an empty set verifies nothing.</param>
    /// <param name="now">The current time, for the replay window of 300 s.</param>
    /// <returns>A verdict, with the notification when it is genuine.</returns>
    public static PayVerification<PayNotification> Verify(
        ReadOnlySpan<byte> form, string appId, GatewayKeySet keys, DateTimeOffset now)
        => SignedForm.Verify(
            form, new(appId, keys, now, Only: null), values => new PayNotification(values));

    /// <summary>Verifies and reads the query that a payer's browser came back with.</summary>
    /// <param name="query">The raw query, with or without its question mark.</param>
    /// <param name="appId">The application that the message must be for.</param>
    /// <param name="keys">The gateway's public keys; an empty set verifies nothing.</param>
    /// <param name="now">The current time, for the replay window of 300 s.</param>
    /// <returns>A verdict, with the return when it is genuine.</returns>
    /// <remarks>Parameters of the merchant's own in <c>return_url</c> are not judged.</remarks>
    public static PayVerification<PayReturn> VerifyReturn(
        ReadOnlySpan<byte> query, string appId, GatewayKeySet keys, DateTimeOffset now)
        => SignedForm.Verify(
            query is [(byte)'?', .. var rest] ? rest : query,
            new(appId, keys, now, PayReturn.Names),
            values => new PayReturn(values));

    /// <summary>True when the order is paid and not refunded.</summary>
    /// <returns>Whether <see cref="TradeState"/> is <see cref="TradeState.Success"/>.</returns>
    public bool IsPaySuccessful() => TradeState is TradeState.Success;

    private protected string Text(string name)
        => Optional(name) ?? throw new FormatException(name);

    private protected string? Optional(string name) => Parameters.GetValueOrDefault(name);

    private protected long Number(string name)
        => long.Parse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture);

    private protected DateTimeOffset Instant(string name)
        => DateTimeOffset.UnixEpoch.AddSeconds(
            Number(name) is var seconds and < 100_000_000_000
                ? seconds
                : throw new FormatException(name));
}
