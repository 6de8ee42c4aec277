namespace PayFunctions.Sandbox.Launcher;

/// <summary>Registers accounts and the demo shop with the gateway, as an operator would.</summary>
internal sealed class Operator(HttpClient client, Uri gateway, string functionKey)
{
    /// <summary>What the gateway charges of a payment, in hundredths of a percent.</summary>
    public int FeeBasisPoints { get; init; }

    /// <summary>Where the shop lets a wallet's user in; null for nowhere.</summary>
    public Uri? LoginUrl { get; init; }

    private const string Environment = "test";
    private const int SaidMaximum = 300;

    /// <summary>
    /// Registers accounts, and an application with one public key that may use them; doing it again
    /// changes nothing.
    /// </summary>
    /// <exception cref="SandboxFailure">The gateway refuses.</exception>
    public async Task RegisterAsync(
        string appId,
        string keyId,
        string publicKey,
        IReadOnlyList<SandboxAccount> accounts,
        CancellationToken cancel)
    {
        foreach (var account in accounts)
        {
            await PutAsync(
                $"platform/accounts/{account.Channel}/{account.Name}",
                new
                {
                    environment = Environment,
                    settings = account.Settings,
                    secrets = account.Secrets,
                },
                cancel);
        }

        await PutAsync(
            $"platform/applications/{appId}",
            new
            {
                name = "Demo shop",
                notify_schedule = "default",
                answer_word = "success",
                allow_http = true,
                login_url = LoginUrl?.AbsoluteUri,
                late_success = "revive",
                environment = Environment,
                accounts = accounts
                    .GroupBy(static a => a.Channel, StringComparer.Ordinal)
                    .ToDictionary(
                        static c => c.Key,
                        static c => c.Select(static a => a.Name),
                        StringComparer.Ordinal),
                enabled = true,
                fees = FeeBasisPoints == 0
                    ? []
                    : new[] { new { basis_points = FeeBasisPoints, on_refund = "return" } },
            },
            cancel);
        await PutAsync(
            $"platform/applications/{appId}/keys/{keyId}", new { public_key = publicKey }, cancel);
    }

    private async Task PutAsync<TBody>(string path, TBody body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(gateway, path))
        {
            Content = JsonContent.Create(body),
        };
        request.Headers.Add("x-functions-key", functionKey);
        using var response = await client.SendAsync(request, cancel);
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        var said = await response.Content.ReadAsStringAsync(cancel);
        throw new SandboxFailure(
            $"The gateway answered {(int)response.StatusCode} to PUT /{path}: "
            + said[..Math.Min(said.Length, SaidMaximum)]);
    }
}
