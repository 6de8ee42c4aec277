namespace PayFunctions.Platform;

/// <summary>
/// A registration as the operator sends it. Settable: the generated reader would put nothing in the
/// place of an initial value that is only initialised.
/// </summary>
internal sealed class ApplicationText
{
    /// <summary>A name for people.</summary>
    public string? Name { get; set; }

    /// <summary>Whether its calls are answered.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>A named schedule.</summary>
    public string NotifySchedule { get; set; } = "default";

    /// <summary>The word that accepts.</summary>
    public string AnswerWord { get; set; } = "success";

    /// <summary>Checks of persons in an hour.</summary>
    public int IdentityPerHour { get; set; } = Application.DefaultIdentityPerHour;

    /// <summary>Where a wallet's user is sent; null for nowhere.</summary>
    public string? LoginUrl { get; set; }

    /// <summary>Whether plain http is allowed.</summary>
    public bool AllowHttp { get; set; }

    /// <summary>What becomes of money that comes too late.</summary>
    public string LateSuccess { get; set; } = "revive";

    /// <summary><c>production</c> or <c>test</c>.</summary>
    public string Environment { get; set; } = AccountText.Production;

    /// <summary>The accounts at each channel, the preferred one first.</summary>
    public Dictionary<string, string[]> Accounts { get; set; } = [];

    /// <summary>T+N in working days.</summary>
    public int ClearingDays { get; set; } = Application.DefaultClearingDays;

    /// <summary>The least that is paid out, in fen.</summary>
    public long ClearingThreshold { get; set; }

    /// <summary>What payments cost the merchant.</summary>
    public FeeText[] Fees { get; set; } = [];
}
