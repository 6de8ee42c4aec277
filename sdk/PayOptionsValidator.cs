using Microsoft.Extensions.Options;

namespace PayFunctions.Sdk;

internal sealed class PayOptionsValidator : IValidateOptions<PayOptions>
{
    private static readonly TimeSpan TimeoutMin = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TimeoutMax = TimeSpan.FromSeconds(120);

    public ValidateOptionsResult Validate(string? name, PayOptions options)
        => Problems(options) is { Count: > 0 } problems
            ? ValidateOptionsResult.Fail(problems)
            : ValidateOptionsResult.Success;

    internal static List<string> Problems(PayOptions options)
    {
        List<string> problems = [];
        Check("AppId", WireText.IsId(options.AppId)
            ? null
            : "must be 1 to 64 characters of A-Z a-z 0-9 _ -");
        Check("KeyId", WireText.IsId(options.KeyId)
            ? null
            : "must be 1 to 64 characters of A-Z a-z 0-9 _ -");
        Check("Signer", options.Signer is null
            ? "is missing: use SigningKey.FromPem, FromFile, FromBase64 or FromVault"
            : null);
        Check("Environment", options.Environment is { } environment
            ? environment.Problem()
            : "is missing: use PayEnvironment.Production or PayEnvironment.Sandbox");
        Check("Timeout", options.Timeout < TimeoutMin || options.Timeout > TimeoutMax
            ? "must be 1 to 120 seconds"
            : null);
        Check("AnswerWord", options.AnswerWord is "success" or "success=Y"
            ? null
            : "must be success or success=Y");
        Check("GatewayKeys", options.GatewayKeys is { Count: 0 }
            ? "is an empty set: no notification would ever be genuine"
            : null);
        return problems;

        void Check(string name, string? problem)
        {
            if (problem is not null)
            {
                problems.Add($"{nameof(PayOptions)}.{name} {problem}.");
            }
        }
    }
}
