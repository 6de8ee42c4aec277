using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using PayFunctions.Channels;
using PayFunctions.Channels.WeChatPay;
using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.WeChatPay;

/// <summary>Codes that the payer shows, by the older interface.</summary>
public sealed class WeChatPayV2Tests : IAsyncLifetime
{
    private const string Charge = "/pay/micropay";
    private const string Query = "/pay/orderquery";
    private const string Reverse = "/secapi/pay/reverse";

    private static readonly (string Name, string Value)[] Paid =
    [
        ("return_code", "SUCCESS"), ("result_code", "SUCCESS"),
        ("appid", "wx00000000000000a1"), ("mch_id", "1999000101"),
        ("nonce_str", "5K8264ILTKCH16CQ2502SI8ZNMTM67VS"), ("trade_state", "SUCCESS"),
        ("total_fee", "8888"), ("fee_type", "CNY"), ("transaction_id", A.TradeNo),
        ("out_trade_no", A.Number.ToString()), ("time_end", "20260102030409"),
    ];

    private WeChatPayTalk talk = null!;

    public static TheoryData<string> Vectors => WeChatPayVectors.Names(WeChatPayVectors.V2);

    public static TheoryData<string> Hostile
        => WeChatPayVectors.Names(WeChatPayVectors.V2, "hostile");

    public async ValueTask InitializeAsync()
        => talk = await WeChatPayTalk.StartAsync(Till.Settings);

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_document_is_signed_and_judged_as_the_vector_says(string name)
    {
        var vector = WeChatPayVectors.Named(WeChatPayVectors.V2, name);
        var access = Access(vector.Text("sign_type") is "HMAC-SHA256");
        var isAccepted = vector.GetProperty("expected").GetProperty("accepted").GetBoolean();
        var fields = vector.GetProperty("params").EnumerateObject()
            .Select(static p => KeyValuePair.Create(p.Name, p.Value.GetString()!)).ToList();

        FlatXml.TryRead(
            Encoding.UTF8.GetBytes(vector.Text("xml")), TextCharset.Utf8, out var document)
            .ShouldBeNull();

        Encoding.UTF8.GetString(WeChatPayV2Signature.ToSign(access.Key, fields))
            .ShouldBe(vector.Text("string_to_sign"));
        WeChatPayV2Signature.Sign(access, fields).ShouldBe(vector.Text("sign"));
        WeChatPayV2Signature.Verifies(access, document).ShouldBe(isAccepted);
        if (vector.Text("kind") is "answer")
        {
            (WeChatPayV2Answer.Read(Encoding.UTF8.GetBytes(vector.Text("xml")), access).Answer
                is not null).ShouldBe(isAccepted);
        }
    }

    [Theory]
    [InlineData("micropay, MD5")]
    [InlineData("order query")]
    public void A_request_is_written_as_the_vector_says(string name)
    {
        var vector = WeChatPayVectors.Named(WeChatPayVectors.V2, name);

        var written = WeChatPayV2Messages.Write(
            Access(isHmac: false),
            vector.GetProperty("params").EnumerateObject()
                .Select(static p => KeyValuePair.Create(p.Name, p.Value.GetString()!)));

        Fields(written).ShouldBe(Fields(Encoding.UTF8.GetBytes(vector.Text("xml")))
            .Where(static f => f.Value.Length > 0));
    }

    [Fact]
    public void What_is_not_signed_proves_nothing()
    {
        var vector = WeChatPayVectors.Named(
            WeChatPayVectors.V2, "transport failure", "unsigned_answers");

        WeChatPayV2Answer.Read(
            Encoding.UTF8.GetBytes(vector.Text("xml")), Access(isHmac: false))
            .ShouldBe((null, "the request was refused, which proves nothing"));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_document_with_a_type_definition_is_refused(string name)
    {
        var vector = WeChatPayVectors.Named(WeChatPayVectors.V2, name, "hostile");

        var (answer, reason) = WeChatPayV2Answer.Read(
            Encoding.UTF8.GetBytes(vector.Text("xml")), Access(isHmac: false));

        answer.ShouldBeNull();
        reason.ShouldBe("the answer cannot be read: Malformed");
    }

    [Theory]
    [InlineData("a<b>&\"'")]
    [InlineData("]]>")]
    [InlineData("]]>]]>")]
    [InlineData("红茶")]
    public void Any_word_can_be_written(string text)
    {
        var access = Access(isHmac: false);

        var written = WeChatPayV2Messages.Write(access, [new("body", text)]);

        FlatXml.TryRead(written, TextCharset.Utf8, out var document).ShouldBeNull();
        document.Find("body").ShouldBe(text);
        WeChatPayV2Signature.Verifies(access, document).ShouldBeTrue();
    }

    [Fact]
    public async Task A_charge_names_order_code_and_till()
    {
        Says(Charge, Paid);

        var outcome = await ChargeAsync();

        outcome.ShouldBe(new Succeeded(Money.OfFen(8888), A.TradeNo, A.Now.AddSeconds(4)));
        var fields = Fields(Encoding.UTF8.GetBytes(talk.Body(Charge)));
        fields.Select(static f => f.Key).ShouldBe(
        [
            "appid", "mch_id", "nonce_str", "device_info", "body", "out_trade_no", "total_fee",
            "fee_type", "spbill_create_ip", "auth_code", "sign",
        ]);
        fields.Single(static f => f.Key is "total_fee").Value.ShouldBe("8888");
        talk.Bench.Signatures.ShouldBe(0);
    }

    [Theory]
    [InlineData("USERPAYING", "Waiting")]
    [InlineData("AUTH_CODE_INVALID", "Declined")]
    [InlineData("AUTHCODEEXPIRE", "Declined")]
    [InlineData("NOTENOUGH", "Declined")]
    [InlineData("TRADE_ERROR", "Declined")]
    [InlineData("ORDERREVERSED", "Declined")]
    [InlineData("ORDERPAID", "Unknown")]
    [InlineData("SYSTEMERROR", "Unknown")]
    [InlineData("BANKERROR", "Unknown")]
    [InlineData("SOMETHING_NEW", "Unknown")]
    public async Task A_refused_charge_means_what_its_code_says(string code, string outcome)
    {
        Says(Charge, With(
            ("result_code", "FAIL"), ("err_code", code), ("trade_state", "")));

        (await ChargeAsync()).GetType().Name.ShouldBe(outcome);
    }

    [Theory]
    [InlineData("total_fee", "8887", "paid, but another amount")]
    [InlineData("fee_type", "USD",
        "paid, but transaction_id, the amount or its time is unreadable")]
    [InlineData("time_end", "",
        "paid, but transaction_id, the amount or its time is unreadable")]
    [InlineData("mch_id", "1999000102", "the answer is not about this trade")]
    [InlineData("appid", "wx2", "the answer is not about this trade")]
    [InlineData("out_trade_no", "T1", "the answer is not about this trade")]
    [InlineData("out_trade_no", "", "the answer is not about this trade")]
    public async Task A_paid_charge_that_differs_is_asked_about(
        string name, string value, string reason)
    {
        Says(Charge, With((name, value)));

        (await ChargeAsync()).ShouldBe(new Unknown(reason));
    }

    [Fact]
    public async Task An_answer_that_is_altered_or_unsigned_or_no_xml_is_asked_about()
    {
        Says(Charge, Paid, key: "T3stOnlyApiV2KeyForVectors000002");
        (await ChargeAsync()).ShouldBe(new Unknown("the answer's signature is wrong"));

        talk.Answers(Charge, static http => http.Response.WriteAsync("busy"));
        (await ChargeAsync()).ShouldBe(new Unknown("the answer cannot be read: Malformed"));

        talk.Refuses(Charge, 500, null);
        (await ChargeAsync()).ShouldBe(new Unknown("HTTP status 500"));
    }

    [Theory]
    [InlineData("SUCCESS", "Succeeded")]
    [InlineData("REFUND", "Succeeded")]
    [InlineData("NOTPAY", "Waiting")]
    [InlineData("USERPAYING", "Waiting")]
    [InlineData("CLOSED", "Declined")]
    [InlineData("REVOKED", "Declined")]
    [InlineData("PAYERROR", "Declined")]
    [InlineData("ACCEPT", "Unknown")]
    public async Task A_charge_is_asked_about_in_its_own_interface(string state, string outcome)
    {
        Says(Query, With(("trade_state", state)));

        (await talk.Channel.QueryAsync(A.CodeTrade, CancellationToken.None)).GetType().Name
            .ShouldBe(outcome);
        talk.Targets.ShouldBe([Query]);
    }

    [Fact]
    public async Task A_charge_that_is_not_known_yet_is_waited_for()
    {
        Says(Query, With(("result_code", "FAIL"), ("err_code", "ORDERNOTEXIST")));

        (await talk.Channel.QueryAsync(A.CodeTrade, CancellationToken.None))
            .ShouldBe(new Waiting("the trade has not begun"));
    }

    [Theory]
    [InlineData("Y", "SUCCESS", "REVOKED", "CancelUnknown")]
    [InlineData("Y", "FAIL", "REVOKED", "CancelUnknown")]
    [InlineData("", "SUCCESS", "REVOKED", "CancelUnknown")]
    [InlineData("N", "SUCCESS", "REVOKED", "CancelledAndRefunded")]
    [InlineData("N", "SUCCESS", "CLOSED", "Cancelled")]
    [InlineData("N", "SUCCESS", "SUCCESS", "CancelUnknown")]
    [InlineData("N", "FAIL", "SUCCESS", "CancelRefused")]
    [InlineData("N", "SUCCESS", "USERPAYING", "CancelUnknown")]
    public async Task A_reverse_is_repeated_until_it_need_not_be_and_then_asked_about(
        string recall, string result, string state, string outcome)
    {
        talk.Bench.Time.Advance(TimeSpan.FromSeconds(15));
        Says(Reverse, [
            ("return_code", "SUCCESS"), ("result_code", result), ("recall", recall),
            ("err_code", result == "FAIL" ? "SYSTEMERROR" : ""),
        ]);
        Says(Query, With(("trade_state", state)));

        (await talk.Channel.CancelAsync(A.CodeTrade, CancellationToken.None)).GetType().Name
            .ShouldBe(outcome);
    }

    [Fact]
    public async Task A_provider_charges_for_its_merchant_and_signs_with_hmac()
    {
        await using var partner = await WeChatPayTalk.StartAsync(
        [
            .. Till.Settings, ("sub_mch_id", "1999000301"), ("v2_sign_type", "HMAC-SHA256"),
        ]);
        partner.Answers(Charge, http => http.Response.Body.WriteAsync(
            Document(With(("sub_mch_id", "1999000301")), isHmac: true)).AsTask());

        var outcome = await partner.Channel.ChargeAsync(
            A.ChargeRequest(), CancellationToken.None);

        outcome.ShouldBeOfType<Succeeded>();
        var fields = Fields(Encoding.UTF8.GetBytes(partner.Body(Charge)));
        fields.ShouldContain(KeyValuePair.Create("sub_mch_id", "1999000301"));
        fields.ShouldContain(KeyValuePair.Create("sign_type", "HMAC-SHA256"));
        fields[^1].Value.Length.ShouldBe(64);
    }

    private static (string Name, string Value)[] With(
        params (string Name, string Value)[] changes)
        => [.. Paid.Where(f => !changes.Any(c => c.Name == f.Name)), .. changes];

    private static List<KeyValuePair<string, string>> Fields(byte[] xml)
    {
        FlatXml.TryRead(xml, TextCharset.Utf8, out var document).ShouldBeNull();
        return [.. document.Fields];
    }

    private static WeChatPayV2Access Access(bool isHmac)
        => new()
        {
            Key = Encoding.ASCII.GetBytes(WeChatPayVectors.Keys.Text("apiv2_key")),
            IsHmac = isHmac,
            Certificate = Till.Certificate,
        };

    /// <summary>A signed document, written apart from the channel's code.</summary>
    private static byte[] Document(
        (string Name, string Value)[] fields, bool isHmac = false, string? key = null)
    {
        key ??= WeChatPayVectors.Keys.Text("apiv2_key");
        var text = Encoding.UTF8.GetBytes(string.Join('&', fields
            .Where(static f => f.Value.Length > 0)
            .OrderBy(static f => f.Name, StringComparer.Ordinal)
            .Select(static f => $"{f.Name}={f.Value}")) + $"&key={key}");
        var sign = isHmac
            ? Convert.ToHexString(HMACSHA256.HashData(Encoding.ASCII.GetBytes(key), text))
            : Digest.Md5Upper(text);
        return Encoding.UTF8.GetBytes("<xml>" + string.Concat(fields
            .Append(("sign", sign))
            .Select(static f => $"<{f.Item1}><![CDATA[{f.Item2}]]></{f.Item1}>")) + "</xml>");
    }

    private void Says(string path, (string Name, string Value)[] fields, string? key = null)
        => talk.Answers(path, http => http.Response.Body.WriteAsync(
            Document(fields, key: key)).AsTask());

    private Task<ChannelOutcome> ChargeAsync()
        => talk.Channel.ChargeAsync(A.ChargeRequest(), CancellationToken.None);
}
