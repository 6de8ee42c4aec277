namespace PayFunctions.Channels.Alipay;

/// <summary>One question to Alipay: said for an account, heard as an outcome.</summary>
internal sealed class AlipayCall(AccountBook<AlipayAccount> accounts, AlipayGateway gateway)
{
    /// <summary>Why nothing was asked.</summary>
    public const string AccountMissing = "the account cannot be used";

    /// <summary>Asks. Whatever goes wrong on the way is trouble.</summary>
    public async Task<T> RunAsync<T>(
        string name,
        string method,
        Func<AlipayAccount, List<KeyValuePair<string, string>>> say,
        Func<AlipayAnswer, T> hear,
        Func<string, T> trouble,
        CancellationToken cancellation)
    {
        if (await accounts.FindAsync(name, cancellation) is not { } account)
        {
            return trouble(AccountMissing);
        }

        var reply = await gateway.CallAsync(account, method, say(account), cancellation);
        return reply.Answer is { } answer ? hear(answer) : trouble(reply.Reason);
    }
}
