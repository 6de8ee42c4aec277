using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>A batch of which nothing was done, because one of its operations was refused.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    internal const string IndexKey = "FailedEntity";

    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(
            requestFailedException.Status, requestFailedException.Message,
            requestFailedException.ErrorCode, requestFailedException.InnerException)
    {
        foreach (var key in requestFailedException.Data.Keys)
        {
            Data[key] = requestFailedException.Data[key];
        }
    }

    /// <summary>The refused operation's place in the batch, from 0; null if not told.</summary>
    public int? FailedTransactionActionIndex
        => Data[IndexKey] is string text
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;
}
