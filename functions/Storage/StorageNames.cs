namespace PayFunctions.Storage;

/// <summary>The names of tables and queues; infra/storage.bicep makes the same ones.</summary>
internal static class StorageNames
{
    /// <summary>Orders with their notices and events; partition = transaction_id.</summary>
    public const string Orders = "orders";

    /// <summary>Registered applications; partition = app_id.</summary>
    public const string Applications = "applications";

    /// <summary>Channel accounts; partition = channel.</summary>
    public const string Accounts = "accounts";

    /// <summary>Whose order a merchant's refund number is about; partition = its digest.</summary>
    public const string RefundNumbers = "refundnumbers";

    /// <summary>
    /// The journals, and the lists of orders, by whose they are and by day.
    /// </summary>
    public const string Journal = "journal";

    /// <summary>Days that were, or are to be, held against the channels' bills: a table and a
    /// queue.</summary>
    public const string Reconciliations = "reconciliations";

    /// <summary>Closed days; partition = application.</summary>
    public const string Clearings = "clearings";

    /// <summary>Batches and their rows, and those that go on: a table and a queue.</summary>
    public const string Batches = "batches";

    /// <summary>Browsers that are signed in to the console, and links that were used.</summary>
    public const string ConsoleSessions = "consolesessions";

    /// <summary>Openings by wallets that were taken; partition = their digest.</summary>
    public const string WalletLogins = "walletlogins";

    /// <summary>Checks of persons, and what each application has left of them.</summary>
    public const string Verifications = "verifications";

    /// <summary>Messages that failed for good.</summary>
    public const string DeadLetters = "deadletters";

    /// <summary>"Look at this order."</summary>
    public const string Movements = "movements";

    /// <summary>"Tell this merchant again."</summary>
    public const string MerchantNotices = "merchant-notices";

    /// <summary>
    /// What the runtime appends to the name of a queue for messages it gave up on.
    /// </summary>
    public const string PoisonSuffix = "-poison";

    /// <summary>Every table.</summary>
    public static IReadOnlyList<string> Tables { get; }
        =
        [
            Orders, Applications, Accounts, RefundNumbers, Journal, Reconciliations, Clearings,
            Batches, ConsoleSessions, WalletLogins, Verifications,
            DeadLetters,
        ];

    /// <summary>Every queue, poison queues included.</summary>
    public static IReadOnlyList<string> Queues { get; } =
    [
        Movements, Movements + PoisonSuffix,
        MerchantNotices, MerchantNotices + PoisonSuffix,
        Reconciliations, Reconciliations + PoisonSuffix,
        Batches, Batches + PoisonSuffix,
    ];
}
