namespace PayFunctions.Platform;

/// <summary>An account as the operator sends it.</summary>
internal sealed class AccountText
{
    /// <summary>The word for real money.</summary>
    public const string Production = "production";

    private const string Test = "test";

    /// <summary><c>production</c> or <c>test</c>.</summary>
    public string Environment { get; set; } = Production;

    /// <summary>Whether new payments may use it.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The products its contract covers; none names them all.</summary>
    public string[] Products { get; set; } = [];

    /// <summary>The channel's settings.</summary>
    public Dictionary<string, string> Settings { get; set; } = [];

    /// <summary>References to secrets in the vault.</summary>
    public Dictionary<string, string> Secrets { get; set; } = [];

    /// <summary>The agreed fee in hundredths of a percent.</summary>
    public int? FeeBasisPoints { get; set; }

    /// <summary>The environment of that name, or null.</summary>
    public static AccountEnvironment? EnvironmentOf(string? word) => word switch
    {
        Production => AccountEnvironment.Production,
        Test => AccountEnvironment.Test,
        _ => null,
    };

    /// <summary>The name of an environment.</summary>
    public static string WordOf(AccountEnvironment environment)
        => environment == AccountEnvironment.Production ? Production : Test;
}
