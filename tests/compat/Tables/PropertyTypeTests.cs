using System.Globalization;
using Azure.Data.Tables;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Compat.Tables;

/// <summary>Every type of the service, there and back, whatever the machine's culture.</summary>
public sealed class PropertyTypeTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Noon =
        new DateTimeOffset(2026, 11, 23, 12, 30, 15, TimeSpan.FromHours(8)).AddTicks(1234567);

    private static readonly Guid Id = new("c8a0b0c1-52f1-4c38-9d1c-0a7d3a1f0001");

    public static TheoryData<string, object> Values { get; } = new()
    {
        { "String", "Ünïcode, 支付 😀 \"quoted\"\n'lines'" },
        { "EmptyString", "" },
        { "DateLikeString", "2026-11-23T12:30:15Z" },
        { "True", true },
        { "False", false },
        { "IntMin", int.MinValue },
        { "LongMax", long.MaxValue },
        { "LongMin", long.MinValue },
        { "SmallLong", 7L },
        { "Fraction", 0.1 },
        { "WholeDouble", 5.0 },
        { "BigDouble", 1.7976931348623157E+308 },
        { "NaN", double.NaN },
        { "Up", double.PositiveInfinity },
        { "Down", double.NegativeInfinity },
        { "Guid", Id },
        { "Moment", Noon },
        { "Oldest", new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero) },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_comes_back_with_its_type(string name, object value)
    {
        foreach (var culture in new[] { "tr-TR", "zh-CN" })
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            var table = await azurite.FreshTableAsync();

            await table.AddEntityAsync(new TableEntity("p", "r") { [name] = value });

            var row = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
            row[name].ShouldBeOfType(value.GetType());
            row[name].ShouldBe(value);
        }
    }

    [Fact]
    public async Task Bytes_come_back_by_both_names()
    {
        var table = await azurite.FreshTableAsync();
        byte[] bytes = [0, 1, 254, 255];

        await table.AddEntityAsync(new TableEntity("p", "r")
        {
            ["Bytes"] = bytes,
            ["Data"] = new BinaryData(bytes),
            ["None"] = Array.Empty<byte>(),
        });

        var row = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        row.GetBinary("Bytes").ShouldBe(bytes);
        row.GetBinaryData("Bytes").ToArray().ShouldBe(bytes);
        row.GetBinary("Data").ShouldBe(bytes);
        row.GetBinary("None").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_moment_can_be_had_in_both_types()
    {
        var table = await azurite.FreshTableAsync();

        await table.AddEntityAsync(new TableEntity("p", "r") { ["At"] = Noon.UtcDateTime });

        var row = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        row.GetDateTime("At").ShouldBe(Noon.UtcDateTime);
        row.GetDateTime("At")!.Value.Kind.ShouldBe(DateTimeKind.Utc);
        row.GetDateTimeOffset("At").ShouldBe(Noon);
    }

    [Fact]
    public async Task A_null_is_no_property()
    {
        var table = await azurite.FreshTableAsync();

        await table.AddEntityAsync(new TableEntity("p", "r") { ["Gone"] = null, ["Here"] = 1 });

        var row = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        row.ContainsKey("Gone").ShouldBeFalse();
        row.GetString("Gone").ShouldBeNull();
        row.GetInt64("Gone").ShouldBeNull();
        row.GetInt32("Here").ShouldBe(1);
    }

    [Fact]
    public void What_no_table_can_hold_is_refused()
    {
        var table = new TableClient("UseDevelopmentStorage=true", "never");
        object[] values = [1.5m, 'c', new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local)];

        foreach (var value in values)
        {
            Should.Throw<NotSupportedException>(
                () => table.AddEntity(new TableEntity("p", "r") { ["Value"] = value }));
        }
    }

    [Fact]
    public async Task A_class_of_ones_own_is_a_row()
    {
        var table = await azurite.FreshTableAsync();
        var parcel = new ParcelRow
        {
            PartitionKey = "p",
            RowKey = "r",
            Grams = 9_000_000_000,
            Due = Noon.UtcDateTime,
            Sender = Id,
            Label = [1, 2],
        };

        await table.AddEntityAsync(parcel);

        var row = (await table.GetEntityAsync<ParcelRow>("p", "r")).Value;
        (row.Grams, row.Due, row.Sender, row.Note)
            .ShouldBe((9_000_000_000, Noon.UtcDateTime, Id, null));
        row.Label.ShouldBe([1, 2]);
        row.ETag.ToString().ShouldStartWith("W/");
        row.Timestamp.ShouldNotBeNull();
    }

    private sealed class ParcelRow : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public Azure.ETag ETag { get; set; }

        public long Grams { get; set; }

        public DateTime? Due { get; set; }

        public Guid Sender { get; set; }

        public string? Note { get; set; }

        public byte[]? Label { get; set; }
    }
}
