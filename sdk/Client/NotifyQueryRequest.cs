namespace PayFunctions.Sdk;

/// <summary>Asks whether a notification is genuine, what it said and how delivery goes.</summary>
public sealed record NotifyQueryRequest
{
    private const int NotifyIdLengthMax = 128;

    /// <summary>Asks about one notification.</summary>
    /// <param name="notifyId">The <c>notify_id</c> of the notification.</param>
    /// <exception cref="ArgumentException">It cannot be such an id.</exception>
    public NotifyQueryRequest(string notifyId)
    {
        if (notifyId is (not { Length: >= 1 and <= NotifyIdLengthMax }) or "." or ".."
            || notifyId.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw new ArgumentException(
                "A notify_id has 1 to 128 visible ASCII characters.", nameof(notifyId));
        }

        NotifyId = notifyId;
    }

    /// <summary>The notification's id.</summary>
    public string NotifyId { get; }

    internal string Path => $"/v1/notifications/{Uri.EscapeDataString(NotifyId)}";
}
