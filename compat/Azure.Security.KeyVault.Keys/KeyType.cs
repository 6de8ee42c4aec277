using System.ComponentModel;

namespace Azure.Security.KeyVault.Keys;

/// <summary>The <c>kty</c> of a key. Only RSA keys are read and used here.</summary>
public readonly struct KeyType : IEquatable<KeyType>
{
    private readonly string value;

    /// <summary>Any value the service may know.</summary>
    public KeyType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        this.value = value;
    }

    public static KeyType Rsa { get; } = new("RSA");

    public static KeyType RsaHsm { get; } = new("RSA-HSM");

    public static bool operator ==(KeyType left, KeyType right) => left.Equals(right);

    public static bool operator !=(KeyType left, KeyType right) => !left.Equals(right);

    public static implicit operator KeyType(string value) => new(value);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object obj) => obj is KeyType other && Equals(other);

    public bool Equals(KeyType other)
        => string.Equals(value, other.value, StringComparison.Ordinal);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(value ?? string.Empty);

    public override string ToString() => value;
}
