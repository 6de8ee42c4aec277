namespace PayFunctions.Channels;

/// <summary>What a channel is answered.</summary>
/// <param name="Body">The whole body, in ASCII.</param>
/// <param name="ContentType">Its media type.</param>
internal sealed record NotificationReply(string Body, string ContentType = "text/plain");
