using System.Text;

namespace PayFunctions.Sdk;

/// <summary>Verifies what comes from the gateway for this application.</summary>
/// <param name="options">The application.</param>
/// <param name="keys">The gateway's keys.</param>
/// <param name="clock">The current time; by default the system's clock.</param>
/// <param name="logins">Which logins were taken; by default remembered in this process.</param>
public sealed class PayVerifier(
    PayOptions options, GatewayKeys keys, TimeProvider? clock = null, ILoginMemory? logins = null)
{
    private readonly PayOptions _options = options.EnsureValid();
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    private readonly ILoginMemory _logins = logins ?? new LoginMemory(clock);

    internal string AnswerWord => _options.AnswerWord;

    /// <summary>Verifies and reads a notification's body.</summary>
    /// <param name="form">The body's bytes, exactly as received.</param>
    /// <param name="cancellation">Gives up waiting for keys.</param>
    /// <returns>A verdict, with the notification when it is genuine.</returns>
    public ValueTask<PayVerification<PayNotification>> VerifyAsync(
        ReadOnlyMemory<byte> form, CancellationToken cancellation = default)
        => WithKeysAsync(
            known => PayResponse.Verify(form.Span, _options.AppId, known, _clock.GetUtcNow()),
            cancellation);

    /// <summary>Verifies and reads the query that a payer's browser came back with.</summary>
    /// <param name="query">The raw query, with or without its question mark.</param>
    /// <param name="cancellation">Gives up waiting for keys.</param>
    /// <returns>A verdict, with the return when it is genuine: for display only.</returns>
    public ValueTask<PayVerification<PayReturn>> VerifyReturnAsync(
        string? query, CancellationToken cancellation = default)
    {
        var raw = Encoding.UTF8.GetBytes(query ?? "");
        return WithKeysAsync(
            known => PayResponse.VerifyReturn(raw, _options.AppId, known, _clock.GetUtcNow()),
            cancellation);
    }

    /// <summary>
    /// Verifies and reads the query with which a wallet's user came to <c>login_url</c>, and takes
    /// it: once.
    /// </summary>
    /// <param name="query">The raw query, with or without its question mark.</param>
    /// <param name="cancellation">Gives up waiting for keys, or for the memory.</param>
    /// <returns>A verdict, with the login when it is genuine and comes for the first time.
    /// </returns>
    /// <remarks>Parameters of the merchant's own in <c>login_url</c> are not judged.</remarks>
    public async ValueTask<PayVerification<ShareLoginState>> VerifyLoginAsync(
        string? query, CancellationToken cancellation = default)
    {
        var raw = Encoding.UTF8.GetBytes(query?.TrimStart('?') ?? "");
        var read = await WithKeysAsync(
            known => SignedForm.Verify(
                raw, new(_options.AppId, known, _clock.GetUtcNow(), ShareLoginState.Names),
                static values => new ShareLoginState(values)),
            cancellation).ConfigureAwait(false);
        return read.Response is not { } login
            || await _logins.TryTakeAsync(
                login.Nonce, login.SignedAt + SignedForm.Window, cancellation)
                .ConfigureAwait(false)
                ? read
                : new(PayVerdict.Used);
    }

    /// <summary>Verifies and reads the query that the browser of a person who was checked came back
    /// with.</summary>
    /// <param name="query">The raw query, with or without its question mark.</param>
    /// <param name="cancellation">Gives up waiting for keys.</param>
    /// <returns>A verdict, with the return when it is genuine: for display only.</returns>
    public ValueTask<PayVerification<IdentityReturn>> VerifyIdentityReturnAsync(
        string? query, CancellationToken cancellation = default)
    {
        var raw = Encoding.UTF8.GetBytes(query?.TrimStart('?') ?? "");
        return WithKeysAsync(
            known => SignedForm.Verify(
                raw, new(_options.AppId, known, _clock.GetUtcNow(), IdentityReturn.Names),
                static values => new IdentityReturn(values)),
            cancellation);
    }

    /// <summary>Fetches the keys anew for a key that is not known.</summary>
    private async ValueTask<PayVerification<T>> WithKeysAsync<T>(
        Func<GatewayKeySet, PayVerification<T>> verify, CancellationToken cancellation)
        where T : class
    {
        var known = await keys.GetAsync(cancellation).ConfigureAwait(false);
        var first = verify(known);
        return first.Verdict is PayVerdict.KeyUnknown
            ? verify(await keys.RefreshAsync(cancellation).ConfigureAwait(false))
            : first;
    }
}
