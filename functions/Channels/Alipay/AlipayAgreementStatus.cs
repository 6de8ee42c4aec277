using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Alipay;

/// <summary>What Alipay's words about agreements mean. Every answer has a meaning here.</summary>
internal static class AlipayAgreementStatus
{
    /// <summary>Signing moves no money.</summary>
    public static readonly Money Nothing = Money.OfFen(0);

    /// <summary>What an answer to a question about an agreement says.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="account">Whose it is.</param>
    /// <param name="number">Our number of the signing.</param>
    /// <param name="agreementNo">Alipay's number, once it is known.</param>
    /// <param name="now">When it was asked.</param>
    public static ChannelOutcome OfQuery(
        AlipayAnswer answer, AlipayAccount account, ChannelOrderNo number, string? agreementNo,
        DateTimeOffset now)
        => (answer.Code, answer.SubCode) switch
        {
            _ when answer.IsGatewayError => new Unknown(AlipayStatus.ReasonOf(answer)),
            (AlipayAnswer.Ok, _) => IsAbout(answer, account, number, agreementNo)
                ? OfAgreement(answer, account, agreementNo, now)
                : new Unknown("the answer is not about this agreement"),
            (AlipayStatus.BusinessFailed, _) when IsGone(answer) => agreementNo is not null
                ? new Unsigned(agreementNo, now)
                : answer.SubCode is "AGREEMENT_HAS_UNSIGNED"
                    ? new Declined("signed, and ended again")
                    : new Waiting("not signed"),
            _ => new Unknown(AlipayStatus.ReasonOf(answer)),
        };

    /// <summary>What an answer to the wish to end an agreement says; null where a question must
    /// say it: it may have been ended by a call whose answer was lost.</summary>
    public static ChannelOutcome? OfUnsign(
        AlipayAnswer answer, string agreementNo, DateTimeOffset now)
        => answer switch
        {
            { IsGatewayError: true } => new Unknown(AlipayStatus.ReasonOf(answer)),
            { Code: AlipayAnswer.Ok } => new Unsigned(agreementNo, now),
            { Code: AlipayStatus.BusinessFailed } => IsGone(answer)
                ? new Unsigned(agreementNo, now)
                : null,
            _ => new Unknown(AlipayStatus.ReasonOf(answer)),
        };

    private static ChannelOutcome OfAgreement(
        AlipayAnswer answer, AlipayAccount account, string? known, DateTimeOffset now)
        => answer.Text("status") switch
        {
            "NORMAL" => AlipayTradeNo.TryRead(answer.Text("agreement_no"), out var agreementNo)
                && BeijingClock.TryRead(
                    answer.Text("sign_time"), BeijingClock.Spaced, out var signedAt)
                    ? new Succeeded(Nothing, agreementNo, signedAt)
                    : new Unknown("signed, but agreement_no or sign_time is unreadable"),
            "TEMP" => new Waiting("TEMP"),
            "STOP" when account.Agreements.StopIsEnd && known is not null
                => new Unsigned(known, now),
            _ => new Unknown("the answer has no known status"),
        };

    private static bool IsGone(AlipayAnswer answer)
        => answer.SubCode is "USER_AGREEMENT_NOT_EXIST" or "AGREEMENT_HAS_UNSIGNED"
            or "AGREEMENT_NOT_EXIST";

    /// <summary>The number must be ours; the rest must not be another's.</summary>
    private static bool IsAbout(
        AlipayAnswer answer, AlipayAccount account, ChannelOrderNo number, string? agreementNo)
        => Is(answer, "external_agreement_no", number.ToString())
            && IsNotOther(answer, "agreement_no", agreementNo)
            && IsNotOther(
                answer, "personal_product_code", account.Agreements.PersonalProductCode)
            && IsNotOther(answer, "sign_scene", account.Agreements.Scene);

    private static bool IsNotOther(AlipayAnswer answer, string field, string? ours)
        => ours is null || answer.Text(field) is null || Is(answer, field, ours);

    private static bool Is(AlipayAnswer answer, string field, string value)
        => string.Equals(answer.Text(field), value, StringComparison.Ordinal);
}
