using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PayFunctions.Channels;
using PayFunctions.Channels.WeChatPay;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Tests.Channels.WeChatPay;

/// <summary>What an attacker, or a broken sender, may post: each refused.</summary>
public sealed class WeChatPayHostileNoticeTests : IDisposable
{
    private static readonly string Body = Notice.Body(Notice.Plain(Notice.Paid));

    private readonly WeChatPayBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void Any_byte_that_is_changed_is_noticed()
    {
        var genuine = Encoding.UTF8.GetBytes(Body);
        var headers = Signed.Headers(Body, A.Now);

        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Choose(0, genuine.Length - 1).Zip(Gen.Choose(1, 255)).ToArbitrary(),
            change =>
            {
                var body = (byte[])genuine.Clone();
                body[change.Item1] ^= (byte)change.Item2;
                return bench.Read(Raw(body, headers)) is NotAccepted;
            }));
    }

    [Fact]
    public void Any_garbage_is_refused_even_when_it_is_signed()
        => Check.QuickThrowOnFailure(Prop.ForAll(
            ArbMap.Default.ArbFor<string>(),
            text => bench.Read(Notice.Raw(Clean(text))) is NotAccepted
                && bench.Read(Notice.Raw(Notice.Body(Clean(text)))) is NotAccepted));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"event_type\":\"TRANSACTION.SUCCESS\"}")]
    [InlineData("{\"event_type\":\"TRANSACTION.SUCCESS\",\"resource\":[]}")]
    [InlineData("{\"resource\":{\"algorithm\":\"AEAD_AES_256_GCM\"}}")]
    [InlineData("{\"resource\":{\"algorithm\":\"AEAD_AES_256_GCM\",\"nonce\":\"abcdefghijkl\","
        + "\"ciphertext\":\"AAAA\"}}")]
    [InlineData("{\"resource\":{\"algorithm\":\"AEAD_AES_256_GCM\",\"nonce\":\"abcdefghijkl\","
        + "\"ciphertext\":\"%%%\"}}")]
    public void What_was_never_a_notification_is_refused(string body)
        => bench.Read(Notice.Raw(body)).ShouldBeOfType<NotAccepted>();

    [Fact]
    public void What_another_key_encrypted_is_not_believed()
    {
        var body = Notice.Body(
            Notice.Plain(Notice.Paid),
            key: Encoding.ASCII.GetBytes(WeChatPayVectors.Keys.Text("apiv3_key_wrong")));

        bench.Read(Notice.Raw(body))
            .ShouldBe(new NotAccepted(NotificationRefusal.Undecipherable));
    }

    [Theory]
    [InlineData("POST", "text/plain")]
    [InlineData("POST", null)]
    [InlineData("POST", "application/x-www-form-urlencoded")]
    [InlineData("GET", "application/json")]
    public void It_is_posted_as_json(string method, string? contentType)
        => bench.Read(Notice.Raw(Body, method: method, contentType: contentType))
            .ShouldBe(new NotAccepted(NotificationRefusal.ContentTypeUnexpected));

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON")]
    public void The_content_type_may_be_written_in_many_ways(string contentType)
        => bench.Read(Notice.Raw(Body, contentType: contentType)).ShouldBeOfType<Genuine>();

    [Theory]
    [InlineData(300, true)]
    [InlineData(-300, true)]
    [InlineData(301, false)]
    [InlineData(-301, false)]
    public void It_is_believed_for_five_minutes(int seconds, bool isBelieved)
    {
        var reading = bench.Read(Notice.Raw(
            Body, Signed.Headers(Body, A.Now.AddSeconds(seconds))));

        (reading is Genuine).ShouldBe(isBelieved, reading.ToString());
    }

    [Fact]
    public void A_notification_may_fill_the_limit_exactly()
    {
        var fill = Body + new string(
            ' ', WeChatPayNotice.BytesMax - Encoding.UTF8.GetByteCount(Body));

        bench.Read(Notice.Raw(fill)).ShouldBeOfType<Genuine>();
        bench.Read(Notice.Raw(fill + " "))
            .ShouldBe(new NotAccepted(NotificationRefusal.BodyTooLarge));
    }

    [Fact]
    public void An_account_that_is_not_there_believes_nothing()
        => bench.Read(Notice.Raw(Body, account: "other"))
            .ShouldBe(new NotAccepted(NotificationRefusal.AccountUnknown));

    private static RawNotification Raw(byte[] body, Dictionary<string, string> headers)
        => new("main", "POST", Notice.Json, body) { Headers = WireHeaders.Of(headers) };

    // Unpaired surrogates are no text that could be sent.
    private static string Clean(string? text)
        => string.Concat((text ?? "").EnumerateRunes().Select(static r => r.ToString()));
}
