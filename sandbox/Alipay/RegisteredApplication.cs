using System.Security.Cryptography;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>An application and its key, ready to verify with.</summary>
internal sealed record RegisteredApplication(AlipayApplication Application, RSA Key)
{
    /// <summary>For whom it acts: for itself, or for the merchant of a token.</summary>
    public (Merchant? Merchant, GatewayError? Error) ActsFor(string token, DateTimeOffset now)
    {
        if (token.Length == 0)
        {
            return (new(Application.AppId, Application.AppId, Application.SellerId), null);
        }

        var leave = Application.Authorizations.FirstOrDefault(
            a => string.Equals(a.Token, token, StringComparison.Ordinal));
        return leave is null ? (null, GatewayError.UnknownToken)
            : leave.Expires <= now ? (null, GatewayError.ExpiredToken)
            : (new(Application.AppId, leave.AppId, leave.SellerId), null);
    }
}
