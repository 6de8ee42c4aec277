using System.ComponentModel;

namespace Azure.Security.KeyVault.Keys;

/// <summary>One entry of a key's <c>key_ops</c>.</summary>
public readonly struct KeyOperation : IEquatable<KeyOperation>
{
    private readonly string value;

    /// <summary>Any value the service may know.</summary>
    public KeyOperation(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        this.value = value;
    }

    public static KeyOperation Encrypt { get; } = new("encrypt");

    public static KeyOperation Decrypt { get; } = new("decrypt");

    public static KeyOperation Sign { get; } = new("sign");

    public static KeyOperation Verify { get; } = new("verify");

    public static KeyOperation WrapKey { get; } = new("wrapKey");

    public static KeyOperation UnwrapKey { get; } = new("unwrapKey");

    public static KeyOperation Import { get; } = new("import");

    public static bool operator ==(KeyOperation left, KeyOperation right) => left.Equals(right);

    public static bool operator !=(KeyOperation left, KeyOperation right) => !left.Equals(right);

    public static implicit operator KeyOperation(string value) => new(value);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object obj) => obj is KeyOperation other && Equals(other);

    public bool Equals(KeyOperation other)
        => string.Equals(value, other.value, StringComparison.Ordinal);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(value ?? string.Empty);

    public override string ToString() => value;
}
