namespace PayFunctions.Channels.WeChatPay;

/// <summary>A signature of ours with the time and the nonce that it covers.</summary>
/// <param name="Timestamp">Seconds since 1970.</param>
/// <param name="Nonce">32 hexadecimal digits.</param>
/// <param name="Signature">Base64.</param>
internal sealed record WeChatPayStamp(string Timestamp, string Nonce, string Signature);
