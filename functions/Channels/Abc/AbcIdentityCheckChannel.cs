namespace PayFunctions.Channels.Abc;

/// <summary>The bank's check of a person without a page: the answer is the verdict.</summary>
internal sealed class AbcIdentityCheckChannel(
    AbcChannel trades, AccountBook<AbcAccount> accounts, AbcGateway gateway) : ICheckIdentity
{
    /// <inheritdoc/>
    public string Name => AbcChannel.ChannelName;

    /// <inheritdoc/>
    public IReadOnlyList<ChannelProduct> Products { get; } =
    [
        new(AbcIdentityMessages.Product, ProductKind.Identity,
            "农业银行身份核对", "Agricultural Bank of China, identity at once"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> FaultsOf(AccountMaterial material) => trades.FaultsOf(material);

    /// <inheritdoc/>
    public string? WrongMember(string product, Person person)
        => AbcIdentityRules.WrongMember(
            person, Person.Name, Person.CertificateNo, Person.CardNo, Person.Mobile);

    /// <inheritdoc/>
    public async Task<IdentityOutcome> CheckAsync(
        IdentityRequest request, Person person, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(request.Account, cancellation) is not { } account)
        {
            return new IdentityUnknown("the account cannot be used");
        }

        var reply = await gateway.SendAsync(
            account, AbcIdentityMessages.Check(account, request, person), cancellation);
        return reply.Answer is { } answer
            ? AbcIdentityStatus.OfCheck(answer, account)
            : new IdentityUnknown(reply.Reason);
    }
}
