using System.Diagnostics.CodeAnalysis;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// What the bank's words about agreements mean. Its documents name no list of AgentSignStatus:
/// which of them is in force, and which over, is a setting; no answer has a moment that can be
/// relied on, so it is ours.
/// </summary>
internal static class AbcAgreementStatus
{
    private const int NumberMax = 60;

    /// <summary>Signing moves no money.</summary>
    public static readonly Money Nothing = Money.OfFen(0);

    /// <summary>The page where the payer signs, or why there is none.</summary>
    public static PageOpening OfPage(AbcAnswer answer, AbcAccount account, PageRequest request)
        => AbcReturnCode.MeaningOf(answer.Code, account) switch
        {
            AbcMeaning.Done when !answer.Says("OrderNo", request.Number.ToString())
                => new PageUnknown("the answer is not about this agreement"),
            AbcMeaning.Done => AbcAddress.PageOf(
                answer.Text("B2CAgentSignContractURL"), account) is { } page
                    ? new PageReady(new PageHandover(page, page, []))
                    : new PageUnknown(
                        "B2CAgentSignContractURL is no page of the bank: see page_hosts"),
            AbcMeaning.Refused => new PageRefused(answer.Said),
            _ => new PageUnknown(answer.Said),
        };

    /// <summary>What an answer to a question about an agreement says.</summary>
    /// <param name="reply">The answer, if any.</param>
    /// <param name="account">Whose it is.</param>
    /// <param name="number">Our number of the signing.</param>
    /// <param name="agreementNo">The bank's number, once it is known.</param>
    /// <param name="now">When it was asked.</param>
    public static ChannelOutcome OfQuery(
        AbcReply reply, AbcAccount account, ChannelOrderNo number, string? agreementNo,
        DateTimeOffset now)
    {
        if (reply.Answer is not { } answer)
        {
            return new Unknown(reply.Reason);
        }

        return AbcReturnCode.MeaningOf(answer.Code, account) switch
        {
            AbcMeaning.Done when IsAbout(answer, account, number, agreementNo)
                => OfStatus(answer, account, now),
            AbcMeaning.Done => new Unknown("the answer is not about this agreement"),

            // The payer's page may still be asked for: the bank has no agreement until then.
            AbcMeaning.NoSuchOrder when agreementNo is null => new Waiting(answer.Said),
            _ => new Unknown(answer.Said),
        };
    }

    /// <summary>What an answer to the wish to end an agreement says; null where a question must
    /// say it: it may have been ended by a request whose answer was lost.</summary>
    public static ChannelOutcome? OfUnsign(
        AbcReply reply, AbcAccount account, UnsignRequest request)
        => reply.Answer is not { } answer ? new Unknown(reply.Reason)
            : AbcReturnCode.MeaningOf(answer.Code, account) switch
            {
                AbcMeaning.Done => answer.Text("TrxType") is null or "" or "AgentUnSign"
                    && answer.Says(
                        "OrderNo", AbcAgreementMessages.UnsignNumber(account, request.Number))
                    ? new Unsigned(request.ChannelAgreementNo, request.Now)
                    : new Unknown("the answer is not about this agreement"),
                AbcMeaning.StateForbids or AbcMeaning.Repeated or AbcMeaning.NoSuchOrder => null,
                _ => new Unknown(answer.Said),
            };

    /// <summary>
    /// What a question says after the bank refused to end an agreement: one that is readable and
    /// in force no more is over.
    /// </summary>
    public static ChannelOutcome OfQueryAfterUnsign(
        AbcReply reply, AbcAccount account, UnsignRequest request)
        => reply.Answer is { } answer
            && AbcReturnCode.MeaningOf(answer.Code, account) == AbcMeaning.Done
            && IsAbout(answer, account, request.Number, request.ChannelAgreementNo)
            && answer.Text("AgentSignStatus") is { Length: > 0 } status
            && !account.Reading.SignedStatuses.Contains(status)
                ? new Unsigned(request.ChannelAgreementNo, request.Now)
                : new Unknown("the bank has not ended it");

    /// <summary>Reads the bank's number of an agreement.</summary>
    public static bool TryNumber(string? text, [NotNullWhen(true)] out string? number)
    {
        number = text is { Length: > 0 and <= NumberMax } && text.All(char.IsAsciiLetterOrDigit)
            ? text
            : null;
        return number is not null;
    }

    private static ChannelOutcome OfStatus(
        AbcAnswer answer, AbcAccount account, DateTimeOffset now)
    {
        var status = answer.Text("AgentSignStatus") ?? "";
        if (!TryNumber(answer.Text("AgentSignNo"), out var agreementNo))
        {
            return new Unknown($"status {status}, but AgentSignNo is unreadable");
        }

        return account.Reading.SignedStatuses.Contains(status)
                ? new Succeeded(Nothing, agreementNo, now)
            : account.Reading.EndedStatuses.Contains(status) ? new Unsigned(agreementNo, now)
            : new Unknown($"status {status}");
    }

    private static bool IsAbout(
        AbcAnswer answer, AbcAccount account, ChannelOrderNo number, string? agreementNo)
        => answer.Says("OrderNo", number.ToString())
            && (answer.Text("MerchantNo") is null or ""
                || answer.Says("MerchantNo", account.MerchantId))
            && (agreementNo is null || answer.Says("AgentSignNo", agreementNo));
}
