namespace PayFunctions.Sdk;

/// <summary>What the browser of a person who was checked came back with. For display.</summary>
/// <remarks>It may never come: what counts is <see cref="PayClient.QueryIdentityAsync"/>.
/// </remarks>
public sealed class IdentityReturn
{
    internal IdentityReturn(IReadOnlyDictionary<string, string> parameters)
    {
        Parameters = parameters;
        if (Text("purpose") is not "identity")
        {
            throw new FormatException();
        }

        AppId = Text("app_id");
        VerificationId = Text("verification_id");
        OutVerifyNo = Text("out_verify_no");
        VerifyState = VerifyStateWord.Read(Text("verify_state"));
    }

    /// <summary>Every signed parameter as it was sent, by its name on the wire.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>The merchant's application.</summary>
    public string AppId { get; }

    /// <summary>The gateway's number.</summary>
    public string VerificationId { get; }

    /// <summary>The merchant's own number.</summary>
    public string OutVerifyNo { get; }

    /// <summary>What was known when this was signed.</summary>
    public VerifyState VerifyState { get; }

    /// <summary>The parameters that the gateway appends; any other is the merchant's own.</summary>
    internal static string[] Names { get; } =
    [
        "app_id", "charset", "key_id", "out_verify_no", "purpose", "sign", "sign_type",
        "timestamp", "verification_id", "verify_state", "version",
    ];

    private string Text(string name)
        => Parameters.GetValueOrDefault(name) ?? throw new FormatException(name);
}
