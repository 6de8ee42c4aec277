namespace PayFunctions.MerchantApi;

/// <summary>A body as far as it was read.</summary>
internal readonly record struct BodyReading(BodyVerdict Verdict, ReadOnlyMemory<byte> Bytes);
