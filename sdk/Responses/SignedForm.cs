using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PayFunctions.Sdk;

/// <summary>The signing rule of notifications and returns, from the receiver's side.</summary>
internal static class SignedForm
{
    public const int BytesMax = 64 * 1024;

    /// <summary>How far from now a message may have been signed.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(WindowSeconds);

    private const int SignatureBytesMax = 512;
    private const long WindowSeconds = 300;

    public static PayVerification<T> Verify<T>(
        ReadOnlySpan<byte> form, Expected expected, Func<Dictionary<string, string>, T> read)
        where T : class
    {
        if (form.Length > BytesMax)
        {
            return new(PayVerdict.TooLarge);
        }

        var decoded = ArrayPool<byte>.Shared.Rent(form.Length);
        try
        {
            var fields = new FormFields(decoded, stackalloc FormFields.Field[FormFields.CountMax]);
            var refusal = fields.Read(form, expected.Only)
                ?? CheckSignature(fields, expected.Keys, form.Length)
                ?? CheckMeaning(fields, expected);
            return refusal is { } verdict ? new(verdict) : new(read(fields.ToDictionary()));
        }
        catch (FormatException)
        {
            return new(PayVerdict.Malformed);
        }
        catch (OverflowException)
        {
            return new(PayVerdict.Malformed);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(decoded);
        }
    }

    private static PayVerdict? CheckSignature(FormFields fields, GatewayKeySet keys, int lengthMax)
    {
        var keyId = fields.Find("key_id"u8);
        var sign = fields.Find("sign"u8);
        if (keyId.IsEmpty || sign.IsEmpty)
        {
            return PayVerdict.SignatureMissing;
        }

        if (!fields.Find("sign_type"u8).SequenceEqual("RSA2"u8))
        {
            return PayVerdict.AlgorithmNotAllowed;
        }

        if (!Ascii.EqualsIgnoreCase(fields.Find("charset"u8), "utf-8"u8))
        {
            return PayVerdict.CharsetNotAllowed;
        }

        if (keys.Find(keyId) is not { } key)
        {
            return PayVerdict.KeyUnknown;
        }

        Span<byte> signature = stackalloc byte[SignatureBytesMax];
        if (Base64.DecodeFromUtf8(sign, signature, out _, out var length)
            is not OperationStatus.Done)
        {
            return PayVerdict.SignatureInvalid;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        HashContent(fields, lengthMax, hash);
        return key.VerifyHash(
            hash, signature[..length], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            ? null
            : PayVerdict.SignatureInvalid;
    }

    private static PayVerdict? CheckMeaning(FormFields fields, Expected expected)
    {
        if (!fields.Find("version"u8).SequenceEqual("1.0"u8))
        {
            return PayVerdict.VersionUnsupported;
        }

        if (!Ascii.Equals(fields.Find("app_id"u8), expected.AppId))
        {
            return PayVerdict.WrongApplication;
        }

        var timestamp = fields.Find("timestamp"u8);
        if (!Utf8Parser.TryParse(timestamp, out long sent, out var used)
            || used != timestamp.Length)
        {
            return PayVerdict.Malformed;
        }

        var now = expected.Now.ToUnixTimeSeconds();
        return sent < now - WindowSeconds || sent > now + WindowSeconds ? PayVerdict.Stale : null;
    }

    /// <summary>The signed text is never longer than the form that carried it.</summary>
    private static void HashContent(FormFields fields, int lengthMax, Span<byte> hash)
    {
        var content = ArrayPool<byte>.Shared.Rent(lengthMax);
        var length = 0;
        for (var index = 0; index < fields.Count; index++)
        {
            var name = fields.Name(index);
            var value = fields.Value(index);
            if (value.IsEmpty || name.SequenceEqual("sign"u8) || name.SequenceEqual("sign_type"u8))
            {
                continue;
            }

            if (length > 0)
            {
                content[length++] = (byte)'&';
            }

            name.CopyTo(content.AsSpan(length));
            length += name.Length;
            content[length++] = (byte)'=';
            value.CopyTo(content.AsSpan(length));
            length += value.Length;
        }

        SHA256.HashData(content.AsSpan(0, length), hash);
        ArrayPool<byte>.Shared.Return(content);
    }

    /// <summary>What the receiver holds against the message.</summary>
    internal readonly record struct Expected(
        string AppId, GatewayKeySet Keys, DateTimeOffset Now, string[]? Only);
}
