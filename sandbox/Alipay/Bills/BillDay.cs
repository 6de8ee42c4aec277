using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>Whose bill of which day, and when it was asked for.</summary>
/// <param name="SellerId">The account's 16 digits.</param>
/// <param name="Start">Midnight in Beijing.</param>
/// <param name="Exported">The moment of the file.</param>
internal sealed record BillDay(string SellerId, DateTimeOffset Start, DateTimeOffset Exported)
{
    private const string MomentPattern = "yyyy年MM月dd日 HH:mm:ss";

    /// <summary>The next midnight.</summary>
    public DateTimeOffset End => Start.AddDays(1);

    /// <summary>The account as bills number it, 20 digits.</summary>
    public string Account => SellerId + "0156";

    /// <summary>How the names of both files begin.</summary>
    public string FileName => $"{Account}_{BeijingTime.Format(Start, "yyyyMMdd")}_业务明细";

    /// <summary>Whether something happened on this day.</summary>
    public bool Has(DateTimeOffset moment) => moment >= Start && moment < End;

    /// <summary>The lines above a list.</summary>
    public IEnumerable<string> Head(string title, string list)
        =>
        [
            $"#支付宝{title}查询",
            $"#账号：[{Account}]",
            $"#起始日期：[{Moment(Start)}]   终止日期：[{Moment(End)}]",
            Rule(list),
        ];

    /// <summary>The last line of a file.</summary>
    public string Foot() => $"#导出时间：[{Moment(Exported)}]";

    /// <summary>A line across that names what begins or ends there.</summary>
    public static string Rule(string name)
    {
        const string Line = "-----------------------------------------";
        return $"#{Line}{name}{Line}";
    }

    private static string Moment(DateTimeOffset moment)
        => BeijingTime.Format(moment, MomentPattern);
}
