namespace PayFunctions.Tests.Sandbox.Alipay;

/// <summary>A notification as it arrived: the raw body and its content type.</summary>
internal sealed record ReceivedNotification(string Body, string ContentType);
