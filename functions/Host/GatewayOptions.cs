using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace PayFunctions.Host;

/// <summary>Settings under <c>Gateway</c>.</summary>
internal sealed class GatewayOptions
{
    /// <summary>The address that payers and channels reach, with a trailing slash.</summary>
    [Required]
    public Uri? PublicUri { get; init; }
}

/// <summary>Checks <see cref="GatewayOptions"/> at the start.</summary>
[OptionsValidator]
internal sealed partial class GatewayOptionsValidator : IValidateOptions<GatewayOptions>;
