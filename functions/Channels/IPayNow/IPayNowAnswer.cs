using System.Text;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.IPayNow;

/// <summary>
/// An answer of ipaynow: a form whose signature was verified, about the account and the function
/// that were asked.
/// </summary>
internal sealed class IPayNowAnswer
{
    private const int MessageMax = 120;

    private readonly FormPairs pairs;

    private IPayNowAnswer(FormPairs pairs) => this.pairs = pairs;

    /// <summary>responseCode: whether the call worked, not what became of the trade.</summary>
    public string? Code => Text("responseCode"u8);

    /// <summary>
    /// Code and words, for people: <c>A002 E002#…[…]</c>, at most 120 characters in one line.
    /// </summary>
    public string Said
        => IPayNowText.Plain(
            $"{Code} {Text("responseMsg"u8) ?? Text("transMsg"u8)}".Trim(), MessageMax);

    /// <summary>A field's text; null when it is empty or missing.</summary>
    public string? Text(ReadOnlySpan<byte> name) => pairs.Text(name);

    /// <summary>A field's bytes; empty when it is empty or missing.</summary>
    public ReadOnlySpan<byte> Bytes(ReadOnlySpan<byte> name) => pairs.Find(name);

    /// <summary>Whether a field is exactly a text.</summary>
    public bool Is(ReadOnlySpan<byte> name, string text)
        => string.Equals(Text(name), text, StringComparison.Ordinal);

    /// <summary>Whether a field is missing, empty or exactly a text.</summary>
    public bool IsOrLacks(ReadOnlySpan<byte> name, string text)
        => Bytes(name).IsEmpty || Is(name, text);

    /// <summary>Verifies and reads; never throws for what came.</summary>
    /// <param name="body">The bytes of the body.</param>
    /// <param name="account">Who asked.</param>
    /// <param name="funcode">What was asked.</param>
    public static IPayNowReply Read(
        ReadOnlySpan<byte> body, IPayNowAccount account, string funcode)
    {
        if (FormPairs.TryRead(Ends(body), TextCharset.Utf8.Encoding, out var pairs)
            is { } fault)
        {
            return IPayNowReply.Trouble($"the answer is no form: {fault}");
        }

        return EnvelopeFault(pairs, account, funcode) is { } why
            ? IPayNowReply.Trouble(why)
            : ContentFault(pairs, account, funcode) is { } other
                ? IPayNowReply.Trouble(other)
                : IPayNowReply.Of(new IPayNowAnswer(pairs));
    }

    private static string? EnvelopeFault(
        FormPairs pairs, IPayNowAccount account, string funcode)
        => pairs.Find("signature"u8).IsEmpty ? "the answer is not signed"
            : !IPayNowFuncode.IsOfRefunds(funcode)
                && pairs.Has("version"u8) != (account.Profile == IPayNowProfile.B)
                ? "the answer is of another profile than the account"
            : !IPayNowSignature.Verifies(
                account, pairs, IPayNowSignedFields.OfAnswer(account.Profile, funcode))
                ? "the answer's signature is wrong"
            : null;

    private static string? ContentFault(
        FormPairs pairs, IPayNowAccount account, string funcode)
        => !pairs.Find("appId"u8).SequenceEqual(Encoding.ASCII.GetBytes(account.AppId))
                ? "the answer is for another application"
            : !IsOf(pairs.Text("funcode"u8), account.Profile, funcode)
                ? "the answer is to another question"
            : null;

    /// <summary>
    /// Profile A's answers to queries name no function; one document names B003 for WP001.
    /// </summary>
    private static bool IsOf(string? named, IPayNowProfile profile, string funcode)
        => string.Equals(named, funcode, StringComparison.Ordinal)
            || (profile == IPayNowProfile.A
                && (funcode, named) is (not (IPayNowFuncode.Pay or IPayNowFuncode.OldRefund), null)
                    or (IPayNowFuncode.Pay, IPayNowFuncode.PayAnswer));

    private static ReadOnlySpan<byte> Ends(ReadOnlySpan<byte> body) => body.Trim(" \t\r\n"u8);
}
