using System.Text;
using PayFunctions.Channels;

namespace PayFunctions.Tests.MerchantApi;

/// <summary>
/// The same channel's wallet: it believes every <c>user=ID;token=TOKEN</c>, whose digest is the
/// token, and refuses the rest.
/// </summary>
internal sealed class TestWalletChannel : IShareLogin
{
    public string Name => TestChannel.ChannelName;

    public IReadOnlyList<ChannelProduct> Products => [];

    public IReadOnlyList<string> FaultsOf(AccountMaterial material) => [];

    /// <summary>What it was given last.</summary>
    public RawNotification? Told { get; private set; }

    public ValueTask<LoginReading> ReadLoginAsync(
        RawNotification opening, CancellationToken cancellation)
    {
        Told = opening;
        var fields = Encoding.UTF8.GetString(opening.Body.Span).Split(';')
            .Select(static f => f.Split('='))
            .Where(static f => f.Length == 2)
            .ToDictionary(static f => f[0], static f => f[1], StringComparer.Ordinal);
        return new ValueTask<LoginReading>(
            fields.GetValueOrDefault("user") is { } user
                ? new GenuineLogin(
                    user, fields.GetValueOrDefault("token"), null,
                    fields.GetValueOrDefault("token"))
                : new LoginNotAccepted(NotificationRefusal.SignatureWrong));
    }
}
