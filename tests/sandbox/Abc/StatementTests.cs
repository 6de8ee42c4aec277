using System.IO.Compression;

namespace PayFunctions.Tests.Sandbox.Abc;

public sealed class StatementTests : WorldTests
{
    [Fact]
    public async Task A_day_is_ready_the_day_after()
    {
        await MoveAsync();

        var early = await World.SayAsync(Settle("0"));
        World.Time.Advance(TimeSpan.FromHours(21));  // 2026-01-03 00:04:05 in China
        var midnight = await World.SayAsync(Settle("0"));
        World.Time.Advance(TimeSpan.FromHours(9));

        early.Code.ShouldBe("2600");
        midnight.Code.ShouldBe("2600");
        (await World.SayAsync(Settle("0"))).Code.ShouldBe("0000");
    }

    [Fact]
    public async Task A_day_has_the_vectors_columns_and_its_movements()
    {
        await MoveAsync();
        World.Time.Advance(TimeSpan.FromDays(2));

        var answer = await World.SayAsync(Settle("0"));

        answer["NumOfPayments"].ShouldBe("1");
        answer["SumOfPayAmount"].ShouldBe("88.88");
        answer["NumOfRefunds"].ShouldBe("1");
        answer["SumOfRefundAmount"].ShouldBe("8.80");
        answer["ZIPDetailRecords"].ShouldBeEmpty();
        var records = answer["DetailRecords"].Split("^^");
        records[0].ShouldBe(AbcVectors.Statement.Text("text").Split("^^")[0]);
        records[1].ShouldBe(
            "103880000000001|Sale|T1|20260102030405|88.88|790101040000001|88.54|"
            + "6228480000000000001|401|0.34|0.00|20260102|123000001|9026010203040500001|");
        records[2].ShouldBe(
            "103880000000001|Refund|R1|20260102040405|8.80|790101040000001|8.80|"
            + "6228480000000000001|401|0.00|0.00|20260102|123000002|9026010204040500002|T1");
        records.Length.ShouldBe(3);
    }

    [Fact]
    public async Task A_zipped_day_is_the_same_in_gzip()
    {
        await MoveAsync();
        World.Time.Advance(TimeSpan.FromDays(2));
        var plain = (await World.SayAsync(Settle("0")))["DetailRecords"];

        var answer = await World.SayAsync(Settle("1"));

        answer["DetailRecords"].ShouldBeEmpty();
        Unzip(answer["ZIPDetailRecords"]).ShouldBe(plain);
        Unzip(AbcVectors.Statement.Text("gzip_base64"))
            .ShouldBe(AbcVectors.Statement.Text("text"));
    }

    [Fact]
    public async Task A_day_without_movements_has_a_header_alone()
    {
        World.Time.Advance(TimeSpan.FromDays(2));

        var answer = await World.SayAsync(Settle("0"));

        answer["NumOfPayments"].ShouldBe("0");
        answer["DetailRecords"].Split("^^").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Hours_are_ready_when_they_are_over()
    {
        await MoveAsync();

        var early = await World.SayAsync(Hours("3", "4"));
        var first = await World.SayAsync(Hours("3", "3"));
        World.Time.Advance(TimeSpan.FromHours(1));
        var both = await World.SayAsync(Hours("3", "4"));

        early.Code.ShouldBe("2600");
        first["DetailRecords"].Split("^^").Length.ShouldBe(2);
        both["DetailRecords"].Split("^^").Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("20260102", "0", "SettleDate")]
    [InlineData("2026/01/02", "2", "ZIP")]
    public async Task A_wrong_field_is_named(string day, string zip, string field)
    {
        var answer = await World.SayAsync(
            Settle(zip).Replace("2026/01/02", day, StringComparison.Ordinal));

        answer.Code.ShouldBe("2001");
        answer["ErrorMessage"].ShouldContain($"[{field}]");
    }

    [Theory]
    [InlineData("4", "3")]
    [InlineData("0", "24")]
    [InlineData("-1", "3")]
    [InlineData("", "3")]
    public async Task Hours_are_0_to_23_in_their_order(string first, string last)
        => (await World.SayAsync(Hours(first, last))).Code.ShouldBe("2001");

    private static string Settle(string zip)
        => $$"""{"TrxType":"Settle","SettleDate":"2026/01/02","ZIP":"{{zip}}"}""";

    private static string Hours(string first, string last)
        => """{"TrxType":"QueryTrnxRecords","SettleDate":"2026/01/02","""
            + $"\"SettleStartHour\":\"{first}\",\"SettleEndHour\":\"{last}\",\"ZIP\":\"0\"}}";

    private static string Unzip(string base64)
    {
        using var zip = new GZipStream(
            new MemoryStream(Convert.FromBase64String(base64)), CompressionMode.Decompress);
        using var reader = new StreamReader(zip, AbcVectors.Gbk);
        return reader.ReadToEnd();
    }

    /// <summary>A payment at 03:04:05 and a refund an hour later.</summary>
    private async Task MoveAsync()
    {
        await World.OpenAsync();
        await World.PayAsync();
        World.Time.Advance(TimeSpan.FromHours(1));
        (await World.SayAsync(AbcWorld.Refund("R1", "8.80"))).Code.ShouldBe("0000");
    }
}
