namespace Azure.Data.Tables;

/// <summary>What every row has.</summary>
public interface ITableEntity
{
    string PartitionKey { get; set; }

    string RowKey { get; set; }

    /// <summary>When the service last wrote the row; it ignores what a caller sends.</summary>
    DateTimeOffset? Timestamp { get; set; }

    ETag ETag { get; set; }
}
