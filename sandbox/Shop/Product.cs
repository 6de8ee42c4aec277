namespace PayFunctions.Sandbox.Shop;

/// <summary>Something to buy.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Fen">Its price.</param>
/// <param name="Chinese">Its name for readers of Chinese.</param>
/// <param name="English">Its name for everyone else.</param>
internal sealed record Product(string Id, long Fen, string Chinese, string English)
{
    /// <summary>The id of whatever has no name but its price.</summary>
    public const string TillId = "till";

    /// <summary>All there is.</summary>
    public static IReadOnlyList<Product> All { get; } =
    [
        new("tea", 8_800, "龙井茶 100克", "Longjing tea, 100 g"),
        new("cup", 3_650, "青瓷杯", "Celadon cup"),
        new("sticker", 1, "一分钱贴纸", "One-fen sticker"),
    ];

    /// <summary>What is sold at the till for an amount that was typed.</summary>
    public static Product AtTill(long fen) => new(TillId, fen, "收银台收款", "Sale at the till");

    /// <summary>The product of an id; null where there is none.</summary>
    public static Product? Find(string? id)
        => All.FirstOrDefault(p => string.Equals(p.Id, id, StringComparison.Ordinal));
}
