using System.Globalization;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc;

/// <summary>
/// What moved on a day, or in hours of it. A day's statement is ready the day after, as
/// <see cref="AbcSimulatorOptions.StatementTakes"/> says; hours are ready when they are over.
/// </summary>
internal sealed class Statements(AbcSimulatorOptions options, TradeBook book)
{
    private const int HourMax = 23;

    /// <summary>Settle.</summary>
    public TrxAnswer Day(TrustPayRequest request)
    {
        if (BeijingTime.Parse(request["SettleDate"], "yyyy/MM/dd") is not { } day)
        {
            return new(ReturnCode.Field("SettleDate"));
        }

        if (request["ZIP"] is not ("0" or "1"))
        {
            return new(ReturnCode.Field("ZIP"));
        }

        if (book.Now < day.AddDays(1) + options.StatementTakes)
        {
            return new(ReturnCode.StatementNotReady);
        }

        var rows = Rows(request.MerchantId, day, day.AddDays(1));
        var sales = rows.Where(static r => !r.IsRefund).ToList();
        var refunds = rows.Where(static r => r.IsRefund).ToList();
        return new(
            ReturnCode.Done,
            ("TrxType", "Settle"), ("SettleDate", request["SettleDate"]),
            ("SettleType", string.Empty),
            ("NumOfPayments", Count(sales)), ("SumOfPayAmount", Sum(sales)),
            ("NumOfRefunds", Count(refunds)), ("SumOfRefundAmount", Sum(refunds)),
            Records(rows, isZip: false, request), Records(rows, isZip: true, request));
    }

    /// <summary>QueryTrnxRecords.</summary>
    public TrxAnswer Hours(TrustPayRequest request)
    {
        if (BeijingTime.Parse(request["SettleDate"], "yyyy/MM/dd") is not { } day)
        {
            return new(ReturnCode.Field("SettleDate"));
        }

        if (Hour(request["SettleStartHour"]) is not { } first
            || Hour(request["SettleEndHour"]) is not { } last || last < first)
        {
            return new(ReturnCode.Field("SettleStartHour"));
        }

        if (request["ZIP"] is not ("0" or "1"))
        {
            return new(ReturnCode.Field("ZIP"));
        }

        if (book.Now < day.AddHours(last + 1))
        {
            return new(ReturnCode.StatementNotReady);
        }

        var rows = Rows(request.MerchantId, day.AddHours(first), day.AddHours(last + 1));
        return new(
            ReturnCode.Done,
            ("TrxType", "QueryTrnxRecords"), Records(rows, isZip: false, request),
            Records(rows, isZip: true, request));
    }

    private static (string Name, string Value) Records(
        IReadOnlyList<StatementRow> rows, bool isZip, TrustPayRequest request)
        => (isZip ? "ZIPDetailRecords" : "DetailRecords",
            isZip != (request["ZIP"] is "1") ? string.Empty
                : isZip ? StatementRow.Zip(rows)
                : StatementRow.Text(rows));

    private static int? Hour(string text)
        => int.TryParse(
                text, NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            && hour <= HourMax
                ? hour
                : null;

    private static string Count(List<StatementRow> rows)
        => rows.Count.ToString(CultureInfo.InvariantCulture);

    private static string Sum(List<StatementRow> rows)
        => Yuan.Format(rows.Sum(static r => r.Fen));

    private List<StatementRow> Rows(string merchant, DateTimeOffset from, DateTimeOffset until)
        =>
        [
            .. book.All()
                .Where(t => string.Equals(t.Order.MerchantId, merchant, StringComparison.Ordinal))
                .SelectMany(StatementRow.Of)
                .Where(r => r.At >= from && r.At < until)
                .OrderBy(static r => r.At),
        ];
}
