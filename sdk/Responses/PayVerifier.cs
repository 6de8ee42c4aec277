using System.Text;

namespace PayFunctions.Sdk;

/// <summary>Verifies what comes from the gateway for this application.</summary>
/// <param name="options">The application.</param>
/// <param name="keys">The gateway's keys.</param>
/// <param name="clock">The current time; by default the system's clock.</param>
public sealed class PayVerifier(PayOptions options, GatewayKeys keys, TimeProvider? clock = null)
{
    private readonly PayOptions _options = options.EnsureValid();
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    internal string AnswerWord => _options.AnswerWord;

    /// <summary>Verifies and reads a notification's body.</summary>
    /// <param name="form">The body's bytes, exactly as received.</param>
    /// <param name="cancellation">Gives up waiting for keys.</param>
    /// <returns>A verdict, with the notification when it is genuine.</returns>
    public async ValueTask<PayVerification<PayNotification>> VerifyAsync(
        ReadOnlyMemory<byte> form, CancellationToken cancellation = default)
    {
        var known = await keys.GetAsync(cancellation).ConfigureAwait(false);
        var first = PayResponse.Verify(form.Span, _options.AppId, known, _clock.GetUtcNow());
        if (first.Verdict is not PayVerdict.KeyUnknown)
        {
            return first;
        }

        var fresh = await keys.RefreshAsync(cancellation).ConfigureAwait(false);
        return PayResponse.Verify(form.Span, _options.AppId, fresh, _clock.GetUtcNow());
    }

    /// <summary>Verifies and reads the query that a payer's browser came back with.</summary>
    /// <param name="query">The raw query, with or without its question mark.</param>
    /// <param name="cancellation">Gives up waiting for keys.</param>
    /// <returns>A verdict, with the return when it is genuine: for display only.</returns>
    public async ValueTask<PayVerification<PayReturn>> VerifyReturnAsync(
        string? query, CancellationToken cancellation = default)
    {
        var raw = Encoding.UTF8.GetBytes(query ?? "");
        var known = await keys.GetAsync(cancellation).ConfigureAwait(false);
        var first = PayResponse.VerifyReturn(raw, _options.AppId, known, _clock.GetUtcNow());
        if (first.Verdict is not PayVerdict.KeyUnknown)
        {
            return first;
        }

        var fresh = await keys.RefreshAsync(cancellation).ConfigureAwait(false);
        return PayResponse.VerifyReturn(raw, _options.AppId, fresh, _clock.GetUtcNow());
    }
}
