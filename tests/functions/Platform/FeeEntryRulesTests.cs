using System.Collections.Immutable;
using System.Globalization;
using PayFunctions.Orders;
using PayFunctions.Platform;

namespace PayFunctions.Tests.Platform;

public sealed class FeeEntryRulesTests
{
    private static readonly ImmutableArray<FeeEntry> Entries =
    [
        new(null, new DateOnly(2026, 1, 1), new FeeTerms(60)),
        new("alipay", new DateOnly(2026, 2, 1), new FeeTerms(38)),
        new("alipay", new DateOnly(2026, 3, 1), new FeeTerms(30)),
    ];

    [Theory]
    [InlineData("alipay", "2025-12-31", null)]
    [InlineData("alipay", "2026-01-31", 60)]
    [InlineData("alipay", "2026-02-01", 38)]
    [InlineData("alipay", "2026-03-01", 30)]
    [InlineData("abc", "2026-03-01", 60)]
    public void The_channels_latest_entry_holds_then_the_latest_of_all(
        string channel, string day, int? points)
        => (FeeEntryRules.Find(
            Entries, channel,
            DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture))
            ?.BasisPoints).ShouldBe(points);

    [Fact]
    public void A_day_begins_in_Beijing()
    {
        BeijingDay.Of(new DateTimeOffset(2026, 1, 31, 15, 59, 59, TimeSpan.Zero))
            .ShouldBe(new DateOnly(2026, 1, 31));
        BeijingDay.Of(new DateTimeOffset(2026, 1, 31, 16, 0, 0, TimeSpan.Zero))
            .ShouldBe(new DateOnly(2026, 2, 1));
        BeijingDay.StartOf(new DateOnly(2026, 2, 1)).UtcDateTime
            .ShouldBe(new DateTime(2026, 1, 31, 16, 0, 0, DateTimeKind.Utc));
    }
}
