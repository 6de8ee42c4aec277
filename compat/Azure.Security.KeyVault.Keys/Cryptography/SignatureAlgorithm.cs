using System.ComponentModel;

namespace Azure.Security.KeyVault.Keys.Cryptography;

/// <summary>The <c>alg</c> of a signature: RSA with PKCS#1 v1.5 or PSS padding.</summary>
public readonly struct SignatureAlgorithm : IEquatable<SignatureAlgorithm>
{
    private readonly string value;

    /// <summary>Any value the service may know.</summary>
    public SignatureAlgorithm(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        this.value = value;
    }

    public static SignatureAlgorithm RS256 { get; } = new("RS256");

    public static SignatureAlgorithm RS384 { get; } = new("RS384");

    public static SignatureAlgorithm RS512 { get; } = new("RS512");

    public static SignatureAlgorithm PS256 { get; } = new("PS256");

    public static SignatureAlgorithm PS384 { get; } = new("PS384");

    public static SignatureAlgorithm PS512 { get; } = new("PS512");

    public static bool operator ==(SignatureAlgorithm left, SignatureAlgorithm right)
        => left.Equals(right);

    public static bool operator !=(SignatureAlgorithm left, SignatureAlgorithm right)
        => !left.Equals(right);

    public static implicit operator SignatureAlgorithm(string value) => new(value);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object obj) => obj is SignatureAlgorithm other && Equals(other);

    public bool Equals(SignatureAlgorithm other)
        => string.Equals(value, other.value, StringComparison.Ordinal);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(value ?? string.Empty);

    public override string ToString() => value;
}
