using System.Globalization;

namespace PayFunctions.Sdk;

/// <summary>A wallet's user who opened this application there, as the gateway tells it.</summary>
/// <remarks>
/// An instance exists only after its signature was verified, within 300 s of it, and once: see
/// <see cref="PayVerifier.VerifyLoginAsync"/>. Begin a session of your own at once.
/// </remarks>
public sealed class ShareLoginState
{
    private const int NonceLengthMax = 64;

    internal ShareLoginState(IReadOnlyDictionary<string, string> parameters)
    {
        Parameters = parameters;
        if (Text("purpose") is not "login" || Text("nonce").Length > NonceLengthMax)
        {
            throw new FormatException();
        }

        AppId = Text("app_id");
        Channel = Text("channel");
        Account = Text("account");
        Nonce = Text("nonce");
        _ = GetUserId();
        SignedAt = DateTimeOffset.UnixEpoch.AddSeconds(
            long.Parse(Text("timestamp"), NumberStyles.None, CultureInfo.InvariantCulture));
    }

    /// <summary>Every signed parameter as it was sent, by its name on the wire.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>The application that was opened.</summary>
    public string AppId { get; }

    /// <summary>Whose wallet it is, such as <c>tenpay</c>: users of two wallets can have the same
    /// id.</summary>
    public string Channel { get; }

    /// <summary>The account at that channel.</summary>
    public string Account { get; }

    /// <summary>The user's session in the wallet, at most 128 characters; null when the wallet
    /// names none.</summary>
    public string? Token => Parameters.GetValueOrDefault("token");

    /// <summary>What the wallet wants back with a payment; null for nothing.</summary>
    public string? RequestToken => Parameters.GetValueOrDefault("request_token");

    /// <summary>When the gateway signed it.</summary>
    public DateTimeOffset SignedAt { get; }

    /// <summary>The parameters that the gateway appends; any other is the merchant's own.</summary>
    internal static string[] Names { get; } =
    [
        "account", "app_id", "channel", "charset", "key_id", "nonce", "purpose",
        "request_token", "sign", "sign_type", "timestamp", "token", "user_id", "version",
    ];

    /// <summary>Tells this login from every other.</summary>
    internal string Nonce { get; }

    /// <summary>The user's id in the wallet.</summary>
    /// <returns>1 to 64 characters.</returns>
    public string GetUserId() => Text("user_id");

    /// <summary>Who the user is stays out of logs.</summary>
    /// <returns>The application and the channel.</returns>
    public override string ToString() => $"{nameof(ShareLoginState)} {AppId} {Channel}";

    private string Text(string name)
        => Parameters.GetValueOrDefault(name) ?? throw new FormatException(name);
}
