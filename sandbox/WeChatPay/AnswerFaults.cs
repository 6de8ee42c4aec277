using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>What can go wrong with answers here, beside what can everywhere.</summary>
internal static class AnswerFaults
{
    /// <summary>429; nothing is done, unless <c>done</c>.</summary>
    public const string TooFast = "too_fast";

    /// <summary>502 with HTML; nothing is done, unless <c>done</c>.</summary>
    public const string BadGateway = "bad_gateway";

    /// <summary>A success without the headers that prove it.</summary>
    public const string Bare = "bare_answer";

    /// <summary>A success with a probe for a signature.</summary>
    public const string Probe = "probe_answer";

    /// <summary>A success that names a key nobody knows.</summary>
    public const string UnknownSerial = "unknown_serial_answer";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [TooFast, BadGateway, Bare, Probe, UnknownSerial];

    /// <summary>The answer of the work, or what is said in its stead.</summary>
    public static ApiAnswer Work(RequestFaults met, Func<ApiAnswer> work)
    {
        var answer = Instead(met, TooFast, ApiAnswer.Of(ApiError.TooFast), work)
            ?? Instead(met, BadGateway, ApiAnswer.BadGateway, work)
            ?? met.WorkOrBusy(work, static () => ApiAnswer.Of(ApiError.Busy));
        return met.Meets(Fault.UnsignedError) ? ApiAnswer.Of(ApiError.Busy) : answer;
    }

    /// <summary>What is wrong with the signature of an answer.</summary>
    public static StampHarm HarmOf(RequestFaults met)
        => met.Meets(Fault.WrongAnswerSignature) ? StampHarm.OtherText
            : met.Meets(Probe) ? StampHarm.Probe
            : met.Meets(UnknownSerial) ? StampHarm.UnknownSerial
            : StampHarm.None;

    private static ApiAnswer? Instead(
        RequestFaults met, string kind, ApiAnswer instead, Func<ApiAnswer> work)
    {
        if (met.Take(kind) is not { } order)
        {
            return null;
        }

        if (order.Done)
        {
            work();
        }

        return instead;
    }
}
