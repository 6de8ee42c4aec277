using PayFunctions.Channels;

namespace PayFunctions.Inbox;

/// <summary>
/// What the channel is answered: the reply, and whether it may stop telling us.
/// </summary>
internal sealed record InboxAnswer(InboxVerdict Verdict, NotificationReply Reply);
