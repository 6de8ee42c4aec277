using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PayFunctions.Channels.WeChatPay;

namespace PayFunctions.Tests.Channels.WeChatPay;

/// <summary>Words and moments on the wire.</summary>
public sealed class WeChatPayTextTests
{
    [Theory]
    [InlineData("红茶", 6, "红茶")]
    [InlineData("红茶", 5, "红")]
    [InlineData("a🍵b", 10, "a?b")]
    [InlineData("a\r\nb\0", 10, "a  b ")]
    [InlineData("", 10, "")]
    [InlineData("abc", 0, "")]
    public void Words_are_cut_within_bytes_and_never_within_a_character(
        string text, int most, string said)
        => WeChatPayText.Sayable(text, most).ShouldBe(said);

    [Fact]
    public void Whatever_is_said_has_characters_of_three_bytes_at_most_and_fits()
        => Check.QuickThrowOnFailure(Prop.ForAll(
            ArbMap.Default.ArbFor<string>(), Gen.Choose(0, 130).ToArbitrary(),
            static (text, most) =>
            {
                var said = WeChatPayText.Sayable(text ?? "", most);
                return Encoding.UTF8.GetByteCount(said) <= most
                    && said.EnumerateRunes().All(static r => r.Utf8SequenceLength <= 3)
                    && !said.Any(char.IsControl);
            }));

    [Theory]
    [InlineData("2026-01-02T03:04:05+08:00")]
    [InlineData("2026-01-01T19:04:05Z")]
    [InlineData("2026-01-01T19:04:05.000+00:00")]
    [InlineData("2026-01-01T14:04:05.0-05:00")]
    public void A_moment_is_read_in_any_zone(string text)
        => WeChatPayTime.TryRead(text).ShouldBe(A.Now);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Z")]
    [InlineData("2026-01-02T03:04:05")]
    [InlineData("2026-01-02 03:04:05+08:00")]
    [InlineData("2026-01-02T03:04+08:00")]
    [InlineData("2026-01-02T25:04:05+08:00")]
    [InlineData("20260102030405")]
    [InlineData("２026-01-02T03:04:05+08:00")]
    public void Anything_else_is_no_moment(string? text)
        => WeChatPayTime.TryRead(text).ShouldBeNull();

    [Fact]
    public void What_is_written_is_read_again()
        => Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Choose(0, int.MaxValue).ToArbitrary(),
            static seconds =>
            {
                var moment = DateTimeOffset.FromUnixTimeSeconds(seconds);
                return WeChatPayTime.TryRead(WeChatPayTime.Write(moment)) == moment;
            }));

    [Fact]
    public void Moments_are_written_in_Beijing_s_time()
        => WeChatPayTime.Write(A.Now).ShouldBe("2026-01-02T03:04:05+08:00");
}
