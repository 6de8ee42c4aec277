using System.Diagnostics.CodeAnalysis;

namespace PayFunctions.Sdk;

/// <summary>A verdict, and what was said when it is genuine.</summary>
/// <typeparam name="T">A notification, a return or a wallet's login.</typeparam>
public sealed class PayVerification<T>
    where T : class
{
    internal PayVerification(PayVerdict refusal) => Verdict = refusal;

    internal PayVerification(T response)
    {
        Verdict = PayVerdict.Genuine;
        Response = response;
    }

    /// <summary>The first check that failed, or <see cref="PayVerdict.Genuine"/>.</summary>
    public PayVerdict Verdict { get; }

    /// <summary>The message; null unless genuine, so that nothing else can be acted upon.</summary>
    public T? Response { get; }

    /// <summary>True when the gateway said this, to this application, just now.</summary>
    [MemberNotNullWhen(true, nameof(Response))]
    public bool IsGenuine => Response is not null;
}
