using Azure;
using Azure.Data.Tables;

namespace PayFunctions.Tests.Compat.Tables;

/// <summary>A row in memory.</summary>
public sealed class TableEntityTests
{
    [Fact]
    public void Keys_and_etag_are_properties_too()
    {
        var row = new TableEntity("p", "r") { ETag = new ETag("W/\"1\""), ["Fen"] = 1 };

        row.Keys.ShouldBe(["PartitionKey", "RowKey", "odata.etag", "Fen"]);
        row.Count.ShouldBe(4);
        row["odata.etag"].ShouldBe("W/\"1\"");
        row.ETag.ShouldBe(new ETag("W/\"1\""));
    }

    [Fact]
    public void A_column_keeps_its_wide_type()
    {
        var row = new TableEntity("p", "r") { ["Long"] = 1L, ["Double"] = 1.5, ["Int"] = 1 };

        row["Long"] = 2;
        row["Double"] = 2;
        row["Int"] = 2L;

        row.GetInt64("Long").ShouldBe(2);
        row.GetDouble("Double").ShouldBe(2.0);
        row.GetInt64("Int").ShouldBe(2);
    }

    [Fact]
    public void A_value_of_another_type_is_not_converted_in_silence()
    {
        var row = new TableEntity("p", "r") { ["Fen"] = "1" };

        Should.Throw<InvalidOperationException>(() => row.GetInt64("Fen"));
        Should.Throw<InvalidOperationException>(() => row.GetDateTimeOffset("Fen"));
        Should.Throw<InvalidOperationException>(() => row.GetBinary("Fen"));
    }

    [Fact]
    public void A_copy_stands_on_its_own()
    {
        var row = new TableEntity("p", "r") { ["Fen"] = 1 };

        var copy = new TableEntity(row) { ["Fen"] = 2 };
        copy.Remove("RowKey").ShouldBeTrue();

        row.GetInt32("Fen").ShouldBe(1);
        row.RowKey.ShouldBe("r");
        copy.TryGetValue("RowKey", out _).ShouldBeFalse();
    }

    [Fact]
    public void It_is_a_dictionary()
    {
        var pair = KeyValuePair.Create<string, object>("Fen", 1);
        IDictionary<string, object> row = new TableEntity(
            new Dictionary<string, object>([pair], StringComparer.Ordinal));

        row.Values.ShouldBe([1]);
        row.ToList().ShouldBe([pair]);
        row.Contains(pair).ShouldBeTrue();
        row.IsReadOnly.ShouldBeFalse();
        Should.Throw<ArgumentException>(() => row.Add("Fen", 2));
    }
}
