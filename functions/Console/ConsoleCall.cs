using Microsoft.AspNetCore.Http;
using PayFunctions.Cashier;
using PayFunctions.Host;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Console;

/// <summary>
/// Stands before every page of the console: who is not signed in sees none, a form without the
/// session's token does nothing, and trouble is a page.
/// </summary>
internal sealed class ConsoleCall(
    SignIn signIn, IConsoleSessionStore sessions, ApplicationDirectory applications,
    GatewayAddress gateway, PayerCall call)
{
    /// <summary>Opens a sign-in link.</summary>
    public Task<IResult> SignInAsync(HttpRequest request, CancellationToken cancellation)
        => call.RunAsync(request, async payer =>
        {
            if (await signIn.RunAsync(request, cancellation) is not { } token)
            {
                var texts = ConsoleTexts.Of(payer.Texts.Language);
                return Say(
                    payer, texts.LinkTitle, texts.LinkHint, StatusCodes.Status401Unauthorized);
            }

            ConsoleCookie.Give(request.HttpContext.Response, token, gateway.IsSecure);
            return new RedirectReply(ConsoleCookie.Path);
        }, Busy);

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
        => call.RunAsync(
            request,
            async payer => await FindAsync(payer, cancellation) is { } visitor
                ? await answer(visitor)
                : SignedOut(payer, StatusCodes.Status401Unauthorized),
            Busy);

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

    private static PageReply<MessagePage, MessageView> Busy(Payer payer)
    {
        var texts = ConsoleTexts.Of(payer.Texts.Language);
        return Say(
            payer, texts.BusyTitle, texts.BusyHint, StatusCodes.Status503ServiceUnavailable);
    }
}
