namespace PayFunctions.Channels.Abc;

/// <summary>
/// The bank's checks of persons, on a page and without one. Of a page it tells by itself, and
/// cannot be asked.
/// </summary>
internal sealed class AbcIdentityChannel(
    AbcChannel trades, AccountBook<AbcAccount> accounts, AbcGateway gateway)
    : IIdentityPage, IReceiveIdentity
{
    private const string NoAccount = "the account cannot be used";

    /// <inheritdoc/>
    public string Name => AbcChannel.ChannelName;

    /// <inheritdoc/>
    public IReadOnlyList<ChannelProduct> Products { get; } =
    [
        new(AbcIdentityMessages.PageProduct, ProductKind.Identity,
            "农业银行身份验证", "Agricultural Bank of China, identity on a page"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> FaultsOf(AccountMaterial material) => trades.FaultsOf(material);

    /// <inheritdoc/>
    public NotificationReply AcceptIdentity(Uri onward) => AbcNoticeReply.Taken(onward);

    /// <inheritdoc/>
    public NotificationReply RefuseIdentity(Uri? onward) => AbcNoticeReply.Refused(onward);

    /// <inheritdoc/>
    public string? WrongMember(string product, Person person)
        => AbcIdentityRules.WrongMember(
            person, Person.Name, Person.CertificateNo, Person.CardNo);

    /// <inheritdoc/>
    public async Task<IdentityOutcome> CheckAsync(
        IdentityRequest request, Person person, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(request.Account, cancellation) is not { } account)
        {
            return new IdentityUnknown(NoAccount);
        }

        if (AbcMessages.NotifyUrl(account, request.NotifyUrl).Length > AbcMessages.NotifyUrlMax)
        {
            return new IdentityUnknown(
                "the notify address is longer than the bank's 200 characters: shorten the "
                + "gateway's public address or the account's name");
        }

        var reply = await gateway.SendAsync(
            account, AbcIdentityMessages.OpenPage(account, request, person), cancellation);
        return reply.Answer is { } answer
            ? AbcIdentityStatus.OfPage(answer, account)
            : new IdentityUnknown(reply.Reason);
    }

    /// <inheritdoc/>
    public async Task<PageOpening> OpenPageAsync(
        IdentityPage page, CancellationToken cancellation)
        => await accounts.FindAsync(page.Account, cancellation) is not { } account
            ? new PageUnknown(NoAccount)
            : AbcAddress.PageOf(page.Reference, account) is { } address
                ? new PageReady(new PageHandover(address, address, []))
                : new PageRefused("the page is none of the bank's: see page_hosts");

    /// <inheritdoc/>
    public async ValueTask<IdentityReading> ReadIdentityAsync(
        RawNotification notification, CancellationToken cancellation)
        => await accounts.FindAsync(notification.Account, cancellation) is { } account
            ? AbcIdentityNotice.Read(account, notification)
            : new IdentityNotAccepted(NotificationRefusal.AccountUnknown);
}
