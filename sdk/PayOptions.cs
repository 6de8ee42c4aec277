using Microsoft.Extensions.Options;

namespace PayFunctions.Sdk;

/// <summary>Who the merchant's application is, how it signs and where the gateway lives.</summary>
/// <remarks>Checked as a whole before first use; every problem is named at once.</remarks>
public sealed class PayOptions
{
    /// <summary>The application's id at the gateway: 1 to 64 of <c>A-Z a-z 0-9 _ -</c>.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The id under which the public key is registered; the same alphabet.</summary>
    public string KeyId { get; set; } = "";

    /// <summary>
    /// The application's private key: a <see cref="SigningKey"/>, a vault
    /// (<see cref="SigningKey.FromVault"/>), or one's own <see cref="IRequestSigner"/>.
    /// </summary>
    public IRequestSigner? Signer { get; set; }

    /// <summary>Production or sandbox, with the gateway's address.</summary>
    public PayEnvironment? Environment { get; set; }

    /// <summary>
    /// The gateway's public keys when they are pinned; null (the default) fetches them from
    /// <c>/.well-known/jwks.json</c>.
    /// </summary>
    public GatewayKeySet? GatewayKeys { get; set; }

    /// <summary>From the first byte sent to the last byte of the answer.</summary>
    /// <value>1 to 120 seconds; 30 seconds by default.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Lets <c>notify_url</c> and <c>return_url</c> be http in production too; the gateway must
    /// allow it for the application. The sandbox always lets them.
    /// </summary>
    public bool AllowHttpCallbacks { get; set; }

    /// <summary>What a notification is answered with once it is handled.</summary>
    /// <value><c>success</c> by default; <c>success=Y</c> where the application chose that.</value>
    public string AnswerWord { get; set; } = "success";

    internal bool CallbacksMayBeHttp => AllowHttpCallbacks || Environment is { IsSandbox: true };

    internal PayOptions EnsureValid()
    {
        var problems = PayOptionsValidator.Problems(this);
        return problems.Count == 0
            ? this
            : throw new OptionsValidationException(
                nameof(PayOptions), typeof(PayOptions), problems);
    }
}
