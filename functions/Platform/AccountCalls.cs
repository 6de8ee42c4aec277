using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PayFunctions.Channels;
using PayFunctions.MerchantApi;

namespace PayFunctions.Platform;

/// <summary>The operator's calls about channel accounts.</summary>
internal sealed class AccountCalls(
    ChannelRouter channels, RegisterAccount register, ProbeAccount probe,
    AccountDirectory accounts)
{
    /// <summary><c>PUT /platform/accounts/{channel}/{account}</c>.</summary>
    public Task<IResult> PutAsync(
        HttpRequest request, string channel, string account, CancellationToken cancellation)
        => PlatformCalls.RunAsync(request, async body =>
        {
            if (Find(channel, account) is not { } found)
            {
                return NotFound();
            }

            var (wanted, error) = AccountJson.Read(
                found, [.. channels.ProductsOf(found.Name)], account, body);
            return wanted is null
                ? ApiAnswer.Failed(error!)
                : Answer(await register.RunAsync(found, wanted, cancellation));
        });

    /// <summary><c>GET /platform/accounts/{channel}/{account}</c>.</summary>
    public Task<IResult> GetAsync(
        HttpRequest request, string channel, string account, CancellationToken cancellation)
        => PlatformCalls.RunAsync(request, async _ => Find(channel, account) is not null
            && await accounts.FindAsync(channel, account, cancellation) is { } known
                ? ApiAnswer.Done(AccountJson.Of(known))
                : NotFound());

    /// <summary><c>POST /platform/accounts/{channel}/{account}/probe</c>.</summary>
    public Task<IResult> ProbeAsync(
        HttpRequest request, string channel, string account, CancellationToken cancellation)
        => PlatformCalls.RunAsync(request, async _ => Find(channel, account) is { } found
            && await probe.RunAsync(found, account, cancellation) is { } result
                ? ApiAnswer.Done(new JsonObject
                {
                    ["works"] = result.Works,
                    ["reason"] = result.Reason,
                })
                : NotFound());

    private IChannel? Find(string channel, string account)
        => ApplicationJson.IsName(account) ? channels.ForName<IChannel>(channel) : null;

    private static ApiAnswer Answer(AccountRegistration result)
        => result.Account is { } account
            ? ApiAnswer.Done(
                AccountJson.Of(account),
                result.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK)
            : ApiAnswer.Failed(new ApiError(
                ApiErrorCode.AccountInvalid, string.Join(' ', result.Faults)));

    private static ApiAnswer NotFound()
        => ApiAnswer.Failed(new ApiError(ApiErrorCode.AccountNotFound));
}
