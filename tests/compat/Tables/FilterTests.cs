using System.Globalization;
using Azure.Data.Tables;

namespace PayFunctions.Tests.Compat.Tables;

/// <summary>Values in filters, quoted and escaped.</summary>
public sealed class FilterTests
{
    private static readonly DateTimeOffset Noon =
        new(2026, 11, 23, 12, 30, 15, 250, TimeSpan.FromHours(8));

    [Fact]
    public void Each_type_has_its_literal()
    {
        CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
        var id = new Guid("c8a0b0c1-52f1-4c38-9d1c-0a7d3a1f0001");
        byte[] bytes = [1, 171];

        TableClient.CreateQueryFilter($"A eq {"O'Neil"}").ShouldBe("A eq 'O''Neil'");
        TableClient.CreateQueryFilter($"A eq {'\''}").ShouldBe("A eq ''''");
        TableClient.CreateQueryFilter($"A eq {5}").ShouldBe("A eq 5");
        TableClient.CreateQueryFilter($"A eq {-5L}").ShouldBe("A eq -5L");
        TableClient.CreateQueryFilter($"A eq {1.5}").ShouldBe("A eq 1.5");
        TableClient.CreateQueryFilter($"A eq {true}").ShouldBe("A eq true");
        TableClient.CreateQueryFilter($"A eq {id}")
            .ShouldBe("A eq guid'c8a0b0c1-52f1-4c38-9d1c-0a7d3a1f0001'");
        TableClient.CreateQueryFilter($"A ge {Noon} and B lt {Noon.UtcDateTime}").ShouldBe(
            "A ge datetime'2026-11-23T04:30:15.25Z' and B lt datetime'2026-11-23T04:30:15.25Z'");
        TableClient.CreateQueryFilter($"A eq {bytes}").ShouldBe("A eq X'01AB'");
        TableClient.CreateQueryFilter($"A eq {new BinaryData(bytes)}").ShouldBe("A eq X'01AB'");
    }

    [Fact]
    public void A_quote_cannot_break_out()
    {
        var filter = TableServiceClient.CreateQueryFilter(
            $"PartitionKey eq {"x' or PartitionKey ne '"}");

        filter.ShouldBe("PartitionKey eq 'x'' or PartitionKey ne '''");
    }

    [Fact]
    public void What_no_filter_can_hold_is_refused()
        => Should.Throw<ArgumentException>(
            () => TableClient.CreateQueryFilter($"A eq {TimeSpan.FromSeconds(1)}"));
}
