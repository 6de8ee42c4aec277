namespace PayFunctions.Storage;

/// <summary>A planned attempt on the wire.</summary>
internal sealed record NoticeText(string NotifyId, int Attempt);
