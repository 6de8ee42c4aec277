using System.Text;

namespace PayFunctions.Tests.MerchantApi;

public sealed class OrderOfChecksTests
{
    /// <summary>Every fault of a creation, in the documented order.</summary>
    private static readonly (string Code, Action<Draft> Commit)[] Faults =
    [
        ("BODY_TOO_LARGE", static d => d.Padding = 64 * 1024),
        ("AUTHORIZATION_MISSING", static d => d.Authorization = []),
        ("AUTHORIZATION_MALFORMED", static d => d.Authorization = ["Bearer x"]),
        ("TIMESTAMP_OUT_OF_RANGE", static d => d.Timestamp = "1"),
        ("APPLICATION_UNKNOWN", static d => d.AppId = "nobody"),
        ("APPLICATION_DISABLED", static d => d.AppId = "closed"),
        ("KEY_UNKNOWN", static d => d.KeyId = "key-9"),
        ("SIGNATURE_INVALID", static d => d.Signature = "AAAA"),
        ("CONTENT_TYPE_UNSUPPORTED", static d => d.ContentType = "text/plain"),
        ("BODY_MALFORMED", static d => d.Members.Add(("zebra", "1"))),
        ("PARAMETER_INVALID return_url", static d => d.Members.Add(("return_url", "1"))),
        ("PARAMETER_MISSING subject", static d => d.Members.Add(("subject", null))),
        ("PARAMETER_INVALID out_trade_no", static d => d.Members.Add(("out_trade_no", "\"/\""))),
        ("AMOUNT_INVALID total_fee", static d => d.Members.Add(("total_fee", "0"))),
        ("CURRENCY_UNSUPPORTED fee_type", static d => d.Members.Add(("fee_type", "\"USD\""))),
        ("PARAMETER_INVALID subject", static d => d.Members.Add(("subject", "\"=\""))),
        ("PARAMETER_INVALID body", static d => d.Members.Add(("body", "\"\\n\""))),
        ("PARAMETER_INVALID attach", static d => d.Members.Add(("attach", "\"\\n\""))),
        ("URL_INVALID notify_url", static d => d.Members.Add(("notify_url", "\"x\""))),
        ("URL_INVALID return_url", static d => d.Members.Add(("return_url", "\"x\""))),
        ("CHANNEL_UNSUPPORTED channel", static d => d.Members.Add(("channel", "\"x\""))),
        ("PARAMETER_INVALID expires_in", static d => d.Members.Add(("expires_in", "1"))),
        ("TRY_AGAIN", static d => d.IsStoreDown = true),
    ];

    public static TheoryData<int> Places => [.. Enumerable.Range(0, Faults.Length)];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Of_two_faults_the_earlier_is_the_answer(int place)
    {
        var (expected, commit) = Faults[place];
        foreach (var (later, commitLater) in Faults[place..])
        {
            var gateway = NewGateway();
            var draft = new Draft();
            commitLater(draft);
            commit(draft);

            gateway.OrderTrouble.IsDown = draft.IsStoreDown;
            var answer = await gateway.SendAsync(draft.ToRequest());

            Said(answer).ShouldBe(expected, $"together with {later}");
            gateway.Orders.Orders.ShouldBeEmpty();
            gateway.Movements.Queue.Sends.ShouldBe(expected is "TRY_AGAIN" ? 1 : 0);
        }
    }

    [Fact]
    public async Task Without_a_fault_the_order_is_created()
    {
        var answer = await NewGateway().SendAsync(new Draft().ToRequest());

        answer.Status.ShouldBe(201);
    }

    private static string Said(Answer answer)
        => answer.Detail.Split(": ") is [var subject, _]
            && !subject.Contains(' ', StringComparison.Ordinal)
            ? $"{answer.Code} {subject}"
            : answer.Code!;

    private static TestGateway NewGateway() => new(
        TestMerchant.Shop.Registered,
        TestMerchant.Shop.Registered with { AppId = "closed", Enabled = false });

    private sealed class Draft
    {
        public int Padding { get; set; }

        public string?[]? Authorization { get; set; }

        public string? Timestamp { get; set; }

        public string AppId { get; set; } = "shop";

        public string KeyId { get; set; } = TestMerchant.KeyId;

        public string? Signature { get; set; }

        public string ContentType { get; set; } = "application/json";

        public List<(string Name, string? Raw)> Members { get; } = [];

        public bool IsStoreDown { get; set; }

        public MerchantRequest ToRequest()
            => new("POST", "/v1/payments")
            {
                Body = Encoding.UTF8.GetBytes(
                    PaymentBody.Json([.. Members]) + new string(' ', Padding)),
                Authorization = Authorization,
                Timestamp = Timestamp,
                AppId = AppId,
                KeyId = KeyId,
                Signature = Signature,
                ContentType = ContentType,
            };
    }
}
