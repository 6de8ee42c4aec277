using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PayFunctions.Cashier;
using PayFunctions.Host;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Console;

/// <summary>
/// Stands before every page of the console: who is not signed in sees none, a form without the
/// session's token does nothing, and trouble is a page.
/// </summary>
internal sealed partial class ConsoleCall(
    SignIn signIn, IConsoleSessionStore sessions, ApplicationDirectory applications,
    GatewayAddress gateway, TimeProvider time, ILogger<ConsoleCall> logger)
{
    /// <summary>Opens a sign-in link.</summary>
    public Task<IResult> SignInAsync(HttpRequest request, CancellationToken cancellation)
        => GuardAsync(request, async payer =>
        {
            if (await signIn.RunAsync(request, cancellation) is not { } token)
            {
                var texts = ConsoleTexts.Of(payer.Texts.Language);
                return Say(
                    payer, texts.LinkTitle, texts.LinkHint, StatusCodes.Status401Unauthorized);
            }

            ConsoleCookie.Give(request.HttpContext.Response, token, gateway.IsSecure);
            return new RedirectReply(ConsoleCookie.Path);
        });

    /// <summary>Ends the session.</summary>
    public Task<IResult> SignOutAsync(HttpRequest request, CancellationToken cancellation)
        => FormAsync(
            request,
            async (visitor, _) =>
            {
                await sessions.RemoveAsync(ConsoleCookie.DigestIn(request)!, cancellation);
                ConsoleCookie.Take(request.HttpContext.Response, gateway.IsSecure);
                return SignedOut(visitor.Payer, StatusCodes.Status200OK);
            },
            cancellation);

    /// <summary>A page for who is signed in.</summary>
    public Task<IResult> PageAsync(
        HttpRequest request, Func<ConsoleVisitor, Task<IResult>> answer,
        CancellationToken cancellation)
        => GuardAsync(request, async payer =>
            await FindAsync(payer, cancellation) is { } visitor
                ? await answer(visitor)
                : SignedOut(payer, StatusCodes.Status401Unauthorized));

    /// <summary>A form of who is signed in.</summary>
    public Task<IResult> FormAsync(
        HttpRequest request,
        Func<ConsoleVisitor, IReadOnlyDictionary<string, string>, Task<IResult>> answer,
        CancellationToken cancellation)
        => PageAsync(
            request,
            async visitor =>
                await ConsoleForm.ReadAsync(request, visitor.Session, cancellation)
                    is { } fields
                    ? await answer(visitor, fields)
                    : Say(
                        visitor.Payer, visitor.Texts.FormTitle, visitor.Texts.FormHint,
                        StatusCodes.Status403Forbidden),
            cancellation);

    /// <summary>There is no such thing, or it is another application's: the answer is the same.
    /// </summary>
    public static IResult Missing(ConsoleVisitor visitor)
        => Say(
            visitor.Payer, visitor.Texts.MissingTitle, visitor.Texts.MissingHint,
            StatusCodes.Status404NotFound);

    private async Task<ConsoleVisitor?> FindAsync(Payer payer, CancellationToken cancellation)
        => ConsoleCookie.DigestIn(payer.Request) is { } digest
            && await sessions.FindAsync(digest, cancellation) is { } session
            && payer.Now < session.ExpiresAt
            && await applications.FindAsync(session.AppId, cancellation)
                is { Enabled: true } application
                ? new ConsoleVisitor(payer, application, session)
                : null;

    private static PageReply<MessagePage, MessageView> SignedOut(Payer payer, int status)
    {
        var texts = ConsoleTexts.Of(payer.Texts.Language);
        return Say(payer, texts.SignedOutTitle, texts.SignedOutHint, status);
    }

    private static PageReply<MessagePage, MessageView> Say(
        Payer payer, string title, string hint, int status)
        => new(new MessageView(title, hint), payer.Texts, status);

    private async Task<IResult> GuardAsync(
        HttpRequest request, Func<Payer, Task<IResult>> answer)
    {
        var payer = Payer.Of(request, time);
        try
        {
            return await answer(payer);
        }
        catch (Exception e) when (Trouble.IsPassing(e))
        {
            Log.Trouble(logger, payer.RequestId, e);
            var texts = ConsoleTexts.Of(payer.Texts.Language);
            return Say(
                payer, texts.BusyTitle, texts.BusyHint,
                StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "Request {RequestId} of the console cannot be answered now.")]
        public static partial void Trouble(
            ILogger logger, string requestId, Exception exception);
    }
}
