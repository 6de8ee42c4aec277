using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace PayFunctions.Keys;

/// <summary>
/// Settings under <c>Keys</c>: a vault in the cloud, a folder on a developer's machine.
/// </summary>
internal sealed class KeysOptions : IValidatableObject
{
    /// <summary>The vault that signs, such as <c>https://name.vault.azure.net/</c>.</summary>
    public Uri? VaultUri { get; init; }

    /// <summary>
    /// A folder of private JWK files, <c>{name}.jwk.json</c>: for the sandbox only.
    /// </summary>
    public string? LocalFolder { get; init; }

    /// <summary>The key that signs what merchants verify.</summary>
    [Required]
    [RegularExpression("^[A-Za-z0-9-]{1,40}$")]
    public string SigningKey { get; init; } = "gateway";

    /// <summary>The longest a signature may take, waiting and retries included.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How many signatures are asked for at once; the vault allows 4,000 in 10 s.
    /// </summary>
    [Range(1, 256)]
    public int Concurrency { get; init; } = 64;

    /// <summary>How many callers may wait for a turn; more are told to come back.</summary>
    [Range(0, 10_000)]
    public int Waiting { get; init; } = 512;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if ((VaultUri is null) == string.IsNullOrEmpty(LocalFolder))
        {
            yield return new ValidationResult(
                "Set either Keys:VaultUri or Keys:LocalFolder, not both.",
                [nameof(VaultUri), nameof(LocalFolder)]);
        }
    }
}

/// <summary>Checks <see cref="KeysOptions"/> at the start.</summary>
[OptionsValidator]
internal sealed partial class KeysOptionsValidator : IValidateOptions<KeysOptions>;
