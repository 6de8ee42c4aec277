namespace PayFunctions.Channels.Alipay;

/// <summary>
/// Alipay's checks of persons: begun by us, made on a page of Alipay, and asked about. Alipay tells
/// nothing by itself.
/// </summary>
internal sealed class AlipayIdentityChannel(
    AlipayChannel trades, AccountBook<AlipayAccount> accounts, AlipayGateway gateway,
    AlipayCall call, TimeProvider time)
    : IIdentityPage, IQueryIdentity
{
    /// <inheritdoc/>
    public string Name => AlipayChannel.ChannelName;

    /// <inheritdoc/>
    public IReadOnlyList<ChannelProduct> Products { get; } =
    [
        new(AlipayProduct.Identity, ProductKind.Identity, "支付宝身份认证", "Alipay identity"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> FaultsOf(AccountMaterial material) => trades.FaultsOf(material);

    /// <inheritdoc/>
    public string? WrongMember(string product, Person person)
        => !person.Has(Person.Name) ? Person.Name
            : !person.Has(Person.CertificateNo) ? Person.CertificateNo
            : AlipayIdentityMessages.Certificates.Contains(
                person.Reveal(Person.CertificateKind), StringComparer.Ordinal)
                    ? null
                    : Person.CertificateKind;

    /// <inheritdoc/>
    public Task<IdentityOutcome> CheckAsync(
        IdentityRequest request, Person person, CancellationToken cancellation)
        => call.RunAsync<IdentityOutcome>(
            request.Account,
            AlipayMethod.IdentityInitialize,
            account => AlipayIdentityMessages.Initialize(
                account, request, person, time.GetUtcNow()),
            AlipayIdentityStatus.OfInitialize,
            static reason => new IdentityUnknown(reason),
            cancellation);

    /// <inheritdoc/>
    public async Task<PageOpening> OpenPageAsync(
        IdentityPage page, CancellationToken cancellation)
        => await accounts.FindAsync(page.Account, cancellation) is { } account
            ? new PageReady(await gateway.HandOverAsync(
                account, AlipayIdentityMessages.Certify(account, page), cancellation))
            : new PageUnknown(AlipayCall.AccountMissing);

    /// <inheritdoc/>
    public async Task<IdentityOutcome> QueryAsync(
        IdentityPage page, CancellationToken cancellation)
        => await accounts.FindAsync(page.Account, cancellation) is { } account
            ? await call.RunAsync<IdentityOutcome>(
                page.Account,
                AlipayMethod.IdentityQuery,
                a => AlipayIdentityMessages.Query(a, page),
                answer => AlipayIdentityStatus.OfQuery(answer, account),
                static reason => new IdentityUnknown(reason),
                cancellation)
            : new IdentityUnknown(AlipayCall.AccountMissing);
}
