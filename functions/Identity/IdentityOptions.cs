using System.ComponentModel.DataAnnotations;

namespace PayFunctions.Identity;

/// <summary>How people are kept apart without being kept; section <c>Identity</c>.</summary>
internal sealed class IdentityOptions
{
    /// <summary>The vault's secret that hashes are keyed with, at least 32 bytes.</summary>
    [Required]
    public string HashKey { get; set; } = "identity-hash-key";
}
