using System.Security.Cryptography;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>An application and its key, ready to verify with.</summary>
internal sealed record RegisteredApplication(AlipayApplication Application, RSA Key);
