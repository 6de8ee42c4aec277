namespace PayFunctions.Inbox;

/// <summary>
/// What the channel is answered: the whole body, and whether it may stop telling us.
/// </summary>
internal sealed record InboxAnswer(InboxVerdict Verdict, string Body);
