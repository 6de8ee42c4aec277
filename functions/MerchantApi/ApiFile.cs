namespace PayFunctions.MerchantApi;

/// <summary>A file as an answer.</summary>
/// <param name="Bytes">What is in it.</param>
/// <param name="ContentType">Its type.</param>
/// <param name="Name">The name it is saved under.</param>
internal sealed record ApiFile(byte[] Bytes, string ContentType, string Name);
