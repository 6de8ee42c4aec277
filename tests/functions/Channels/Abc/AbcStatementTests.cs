using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.Abc;

/// <summary>A day's statement, as the bank says it.</summary>
public sealed class AbcStatementTests : BankTests
{
    private static readonly string Zipped =
        AbcVectors.Responses.GetProperty("statement").Text("gzip_base64");

    [Fact]
    public async Task Every_record_of_the_vector_is_read()
    {
        var rows = await ReadAsync(Statement());

        rows.Count.ShouldBe(2);
        rows[0].ShouldBe(new BillRow(
            BillRowKind.Payment, new DateTimeOffset(2026, 1, 2, 3, 4, 9, TimeSpan.FromHours(8)),
            "9026010203040900001", "T20260102000001", null, null, Money.OfFen(8_888),
            Money.OfFen(8_888), 33_000, "Sale"));
        rows[1].ShouldBe(new BillRow(
            BillRowKind.Refund, new DateTimeOffset(2026, 1, 2, 10, 0, 1, TimeSpan.FromHours(8)),
            "9026010210000100001", "T20260102000001", "9026010210000100001", "R20260102000001",
            Money.OfFen(880), Money.OfFen(880), 0, "Refund"));
    }

    [Theory]
    [InlineData("NumOfPayments", "2")]
    [InlineData("SumOfPayAmount", "88.89")]
    [InlineData("NumOfRefunds", "0")]
    [InlineData("SumOfRefundAmount", "")]
    [InlineData("ZIPDetailRecords", "AAAA")]
    [InlineData("ZIPDetailRecords", "not base64")]
    public async Task A_statement_that_contradicts_itself_is_broken(string name, string value)
        => await Should.ThrowAsync<BillBrokenException>(
            () => ReadAsync(Statement((name, value))));

    [Fact]
    public async Task Too_early_is_not_ready_and_anything_else_is_unknown()
    {
        Bank.Says(Said.Code("2600"));
        (await OpenAsync()).ShouldBeOfType<BillNotReady>();

        Bank.Says(Said.Code("2999"));
        (await OpenAsync()).ShouldBeOfType<BillUnknown>();
    }

    [Fact]
    public async Task The_day_is_asked_for_packed()
    {
        Bank.Says(Statement());

        await OpenAsync();

        Bank.Message(0).ShouldContain(
            "\"TrxType\":\"Settle\",\"SettleDate\":\"2026/01/02\",\"ZIP\":\"1\"");
    }

    private Task<BillOpening> OpenAsync()
        => Bench.Channel.OpenBillAsync(An.Trade.Account, new DateOnly(2026, 1, 2), default);

    private async Task<List<BillRow>> ReadAsync(byte[] said)
    {
        Bank.Says(said);
        return await (await OpenAsync()).ShouldBeOfType<BillReady>().Rows.ToListAsync();
    }

    private static byte[] Statement(params (string Name, string Value)[] changes)
    {
        (string Name, string Value)[] usual =
        [
            ("ReturnCode", "0000"), ("ErrorMessage", "交易成功"), ("TrxType", "Settle"),
            ("SettleDate", "2026/01/02"), ("SettleType", ""), ("NumOfPayments", "1"),
            ("SumOfPayAmount", "88.88"), ("NumOfRefunds", "1"), ("SumOfRefundAmount", "8.80"),
            ("ZIPDetailRecords", Zipped),
        ];
        return Said.Signed(Said.Flat(Said.Members(
        [
            .. usual.Select(field => Array.Find(
                changes, c => string.Equals(c.Name, field.Name, StringComparison.Ordinal))
                is { Name: not null } change ? change : field),
        ])));
    }
}
