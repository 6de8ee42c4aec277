namespace PayFunctions.Tests.Sandbox.Simulation;

/// <summary>A notification as it arrived: every byte of the body is one character.</summary>
internal sealed record ReceivedNotification(
    string Method, string Url, string ContentType, string Body);
