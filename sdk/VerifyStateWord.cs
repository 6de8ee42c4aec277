namespace PayFunctions.Sdk;

/// <summary>The wire's words for what is known of a person.</summary>
internal static class VerifyStateWord
{
    public static VerifyState Read(string? word)
        => word switch
        {
            "CHECKING" => VerifyState.Checking,
            "WAITING" => VerifyState.Waiting,
            "PASSED" => VerifyState.Passed,
            "FAILED" => VerifyState.Failed,
            "NOT_CHECKED" => VerifyState.NotChecked,
            "EXPIRED" => VerifyState.Expired,
            _ => VerifyState.Unrecognised,
        };
}
