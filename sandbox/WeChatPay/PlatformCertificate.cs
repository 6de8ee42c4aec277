namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>A platform certificate, the older way to verify answers.</summary>
/// <param name="Pem">The certificate.</param>
/// <param name="PrivateKey">Its key: PEM, or bare base64 of PKCS#8.</param>
internal sealed record PlatformCertificate(string Pem, string PrivateKey);

/// <summary>WeChat Pay's public key, the newer way.</summary>
/// <param name="Id"><c>PUB_KEY_ID_</c> and digits.</param>
/// <param name="PrivateKey">Its private part: PEM, or bare base64 of PKCS#8.</param>
internal sealed record PlatformPublicKey(string Id, string PrivateKey);
