using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Security.KeyVault.Keys.Wire;

/// <summary>
/// Asks the vault who may speak before telling it anything: the first request carries neither token
/// nor body; its 401 names tenant and resource, and only then a token is asked for. What a vault
/// said is remembered for all clients of the process. Azure.Core's base keeps the token, renews it
/// and refuses plain http.
/// </summary>
internal sealed class ChallengePolicy(TokenCredential credential, bool verifyResource)
    : BearerTokenAuthenticationPolicy(credential, NoScopesYet)
{
    private static readonly string[] NoScopesYet = [];

    private const string StashedBody = nameof(ChallengePolicy) + ".Body";
    private const int AuthoritiesMax = 256;

    private static readonly ConcurrentDictionary<string, Challenge> Known =
        new(StringComparer.OrdinalIgnoreCase);

    protected override void AuthorizeRequest(HttpMessage message)
    {
        if (Prepare(message) is { } context)
        {
            AuthenticateAndAuthorizeRequest(message, context);
        }
    }

    protected override ValueTask AuthorizeRequestAsync(HttpMessage message)
        => Prepare(message) is { } context
            ? AuthenticateAndAuthorizeRequestAsync(message, context)
            : ValueTask.CompletedTask;

    protected override bool AuthorizeRequestOnChallenge(HttpMessage message)
    {
        if (Learn(message) is not { } context)
        {
            return false;
        }

        AuthenticateAndAuthorizeRequest(message, context);
        return true;
    }

    protected override async ValueTask<bool> AuthorizeRequestOnChallengeAsync(HttpMessage message)
    {
        if (Learn(message) is not { } context)
        {
            return false;
        }

        await AuthenticateAndAuthorizeRequestAsync(message, context).ConfigureAwait(false);
        return true;
    }

    private TokenRequestContext? Prepare(HttpMessage message)
    {
        if (Known.TryGetValue(Authority(message), out var challenge))
        {
            Restore(message);
            return Checked(challenge, message).TokenFor(message, claims: null);
        }

        if (message.Request.Content is { } body)
        {
            message.SetProperty(StashedBody, body);
            message.Request.Content = null;
        }

        return null;
    }

    private TokenRequestContext? Learn(HttpMessage message)
    {
        Restore(message);
        var parameters = Challenge.Parameters(message.Response);
        var claims = Challenge.Claims(parameters);
        if (Challenge.From(parameters) is { } challenge)
        {
            Remember(Authority(message), Checked(challenge, message));
            return challenge.TokenFor(message, claims);
        }

        return claims is not null && Known.TryGetValue(Authority(message), out var known)
            ? Checked(known, message).TokenFor(message, claims)
            : null;
    }

    private Challenge Checked(Challenge challenge, HttpMessage message)
    {
        if (verifyResource)
        {
            challenge.MustCover(message.Request.Uri.Host);
        }

        return challenge;
    }

    private static void Restore(HttpMessage message)
    {
        if (message.Request.Content is null
            && message.TryGetProperty(StashedBody, out var body))
        {
            message.Request.Content = (RequestContent)body;
        }
    }

    // Forgetting costs one more round trip each, so a full memory is simply emptied.
    private static void Remember(string authority, Challenge challenge)
    {
        if (Known.Count >= AuthoritiesMax)
        {
            Known.Clear();
        }

        Known[authority] = challenge;
    }

    private static string Authority(HttpMessage message)
    {
        var address = message.Request.Uri;
        return FormattableString.Invariant($"{address.Host}:{address.Port}");
    }
}
