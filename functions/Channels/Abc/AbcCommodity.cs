namespace PayFunctions.Channels.Abc;

/// <summary>What may be sold: the bank's CommodityType.</summary>
internal static class AbcCommodity
{
    /// <summary>
    /// The codes of the bank's own demos: 0202 traditional goods (the usual one), 0201 virtual and
    /// 0203 real-name goods, 0101 recharge, 0301 and 0302 transfers, 04xx fees, 05xx finance.
    /// </summary>
    public static readonly string[] Codes =
    [
        "0202", "0101", "0201", "0203", "0301", "0302",
        "0401", "0402", "0403", "0404", "0405", "0406", "0407", "0408", "0409", "0410", "0499",
        "0501", "0502", "0599",
    ];
}
