using PayFunctions.Notifications;

namespace PayFunctions.Storage;

/// <summary>"Make attempt k for notice X." An attempt already made makes it stale.</summary>
internal sealed record NoticeMessage(NotifyId Id, int Attempt);
