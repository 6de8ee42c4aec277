namespace PayFunctions.Platform;

/// <summary>A registration as the operator sends it.</summary>
internal sealed class ApplicationText
{
    /// <summary>A name for people.</summary>
    public string? Name { get; init; }

    /// <summary>Whether its calls are answered.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>A named schedule.</summary>
    public string NotifySchedule { get; init; } = "default";

    /// <summary>The word that accepts.</summary>
    public string AnswerWord { get; init; } = "success";

    /// <summary>Whether plain http is allowed.</summary>
    public bool AllowHttp { get; init; }

    /// <summary>What becomes of money that comes too late.</summary>
    public string LateSuccess { get; init; } = "revive";

    /// <summary>The account at each channel.</summary>
    public Dictionary<string, string> Accounts { get; init; } = [];
}
