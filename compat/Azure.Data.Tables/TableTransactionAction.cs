namespace Azure.Data.Tables;

/// <summary>One operation of a batch.</summary>
public class TableTransactionAction
{
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity)
        : this(actionType, entity, default)
    {
    }

    /// <param name="actionType">What to do.</param>
    /// <param name="entity">The row; a deletion needs its keys alone.</param>
    /// <param name="etag">
    /// What an update or a deletion expects to find. Without it a deletion takes any row, and an
    /// update also inserts, as in the official package. Adding and upserting ignore it.
    /// </param>
    public TableTransactionAction(
        TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
    {
        ActionType = actionType;
        Entity = entity;
        ETag = etag;
    }

    public TableTransactionActionType ActionType { get; }

    public ITableEntity Entity { get; }

    public ETag ETag { get; }
}
