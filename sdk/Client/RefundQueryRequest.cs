namespace PayFunctions.Sdk;

/// <summary>Asks what became of a refund.</summary>
public sealed record RefundQueryRequest
{
    /// <summary>Asks about one refund.</summary>
    /// <param name="outRequestNo">
    /// The merchant's own number of it, 1 to 64 of <c>A-Z a-z 0-9 _ -</c>.
    /// </param>
    /// <exception cref="ArgumentException">It cannot be such a number.</exception>
    public RefundQueryRequest(string outRequestNo)
        => OutRequestNo = WireText.IsId(outRequestNo)
            ? outRequestNo
            : throw new ArgumentException(
                "An out_request_no has 1 to 64 characters of A-Z a-z 0-9 _ -.",
                nameof(outRequestNo));

    /// <summary>The merchant's own number of the refund.</summary>
    public string OutRequestNo { get; }

    internal string Path => $"{RefundRequest.Path}/{OutRequestNo}";
}
