using Microsoft.Extensions.Logging;
using PayFunctions.Channels;
using PayFunctions.Keys;
using PayFunctions.MerchantApi;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.ShareLogin;

/// <summary>
/// Sends a wallet's user to an application. What the wallet says has no time: it is taken once, and
/// what the application is told is signed now and names itself. It is signed before the wallet's
/// message is used up: whoever is cut off in between opens again.
/// </summary>
internal sealed partial class OpenApplication(
    ChannelRouter channels, ApplicationDirectory applications, IWalletLoginStore logins,
    SignLink sign, DrawToken draw, TimeProvider time, ILogger<OpenApplication> logger)
{
    /// <summary>Runs for an opening as it arrived.</summary>
    public async Task<LoginAnswer> RunAsync(
        string channelName, string appId, RawNotification opening,
        CancellationToken cancellation)
    {
        if (channels.ForName<IShareLogin>(channelName) is not { } channel
            || !ApplicationJson.IsName(appId))
        {
            return Refused(LoginRefusal.Unknown);
        }

        var reading = await channel.ReadLoginAsync(opening, cancellation);
        if (reading is not GenuineLogin login)
        {
            var why = ((LoginNotAccepted)reading).Why;
            Log.Refused(logger, channel.Name, why);
            return Refused(
                why == NotificationRefusal.AccountUnknown
                    ? LoginRefusal.Unknown
                    : LoginRefusal.Invalid);
        }

        if (await applications.FindAsync(appId, cancellation) is not
            { Enabled: true, LoginUrl: { } url } application
            || !application.AccountsAt(channel.Name)
                .Contains(opening.Account, StringComparer.Ordinal))
        {
            Log.NotOpened(logger, channel.Name, opening.Account, appId);
            return Refused(LoginRefusal.Unknown);
        }

        var link = await sign.RunAsync(
            url, Fields(channel.Name, appId, opening.Account, login), cancellation);
        if (login.Digest is { } digest
            && !await logins.TryTakeAsync(digest, time.GetUtcNow(), cancellation))
        {
            Log.Replayed(logger, channel.Name, opening.Account, appId);
            return Refused(LoginRefusal.Used);
        }

        return new LoginAnswer(link, null);
    }

    private static LoginAnswer Refused(LoginRefusal why) => new(null, why);

    private List<KeyValuePair<string, string>> Fields(
        string channel, string appId, string account, GenuineLogin login)
    {
        (string Name, string? Value)[] fields =
        [
            ("purpose", "login"),
            ("app_id", appId),
            ("channel", channel),
            ("account", account),
            ("user_id", login.UserId),
            ("token", login.Token),
            ("request_token", login.RequestToken),
            ("nonce", draw()),
        ];
        return
        [
            .. fields.Where(static f => f.Value is not null)
                .Select(static f => KeyValuePair.Create(f.Name, f.Value!)),
        ];
    }

    private static partial class Log
    {
        // Strangers try addresses: their text stays out of the log, and it is no alarm.
        [LoggerMessage(1, LogLevel.Warning,
            "An opening by the wallet of {Channel} refused: {Why}.")]
        public static partial void Refused(
            ILogger logger, string channel, NotificationRefusal why);

        [LoggerMessage(2, LogLevel.Error,
            "ALARM login_not_opened: the wallet of {Channel}/{Account} opens {AppId}, which is not "
            + "enabled, has no login_url, or does not have that account; register them.")]
        public static partial void NotOpened(
            ILogger logger, string channel, string account, string appId);

        [LoggerMessage(3, LogLevel.Warning,
            "An opening of {AppId} by the wallet of {Channel}/{Account} came again.")]
        public static partial void Replayed(
            ILogger logger, string channel, string account, string appId);
    }
}
