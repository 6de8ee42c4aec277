using System.Text;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Tenpay;

/// <summary>
/// The message with which the open platform's wallet opens an application (ShareLoginState):
/// signed like a notification, without a time and without a number of its own.
/// </summary>
internal static class TenpayLogin
{
    // No length is published.
    private const int UserIdMax = 64;
    private const int TokenMax = 128;

    /// <summary>Reads one for an account.</summary>
    public static LoginReading Read(TenpayAccount account, RawNotification opening)
        => account.Profile != TenpayProfile.Open
                ? new LoginNotAccepted(NotificationRefusal.InterfaceUnsupported)
            : TenpayNotice.TryReadForm(account, opening, out var form) is { } refusal
                ? new LoginNotAccepted(refusal)
            : Fields(account, form);

    private static LoginReading Fields(TenpayAccount account, FormPairs form)
    {
        var (user, token, request) = (
            form.Text("user_id"u8), form.Text("token"u8), form.Text("request_token"u8));
        if (form.Text("appid"u8) is { } app
            && !string.Equals(app, account.Identity, StringComparison.Ordinal))
        {
            return new LoginNotAccepted(NotificationRefusal.AppIdDiffers);
        }

        return !IsWord(user, UserIdMax)
            || (token is null ? !account.TakesLoginWithoutToken : !IsWord(token, TokenMax))
            || (request is not null && !IsWord(request, TokenMax))
                ? new LoginNotAccepted(NotificationRefusal.FieldInvalid)
                : new GenuineLogin(
                    user!, token, request,
                    token is null ? null : TenpaySignature.DigestOf(account, form));
    }

    /// <summary>Without control characters: it goes into an address.</summary>
    private static bool IsWord(string? text, int max)
        => text is { Length: > 0 } && text.Length <= max
            && !text.EnumerateRunes().Any(Rune.IsControl);
}
