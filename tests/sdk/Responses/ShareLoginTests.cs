using System.Security.Cryptography;
using System.Text;

namespace PayFunctions.Tests.Sdk.Responses;

public class ShareLoginTests
{
    private static readonly Dictionary<string, string> Login = new(StringComparer.Ordinal)
    {
        ["purpose"] = "login",
        ["app_id"] = "app_1",
        ["channel"] = "tenpay",
        ["account"] = "wallet",
        ["user_id"] = "10001 张三",
        ["token"] = "T-1",
        ["request_token"] = "R-1",
        ["nonce"] = "abc",
        ["timestamp"] = $"{Vectors.Noon.ToUnixTimeSeconds()}",
        ["charset"] = "utf-8",
        ["version"] = "1.0",
        ["sign_type"] = "RSA2",
        ["key_id"] = Vectors.Fields(
            Vectors.Case("notifications.json", "everything")["fields"]!)["key_id"],
    };

    private readonly ManualTimeProvider _clock = new(Vectors.Noon);

    [Fact]
    public async Task A_login_tells_the_user_beside_the_merchants_own_parameters()
    {
        var verification = await Verifier().VerifyLoginAsync($"?from=wallet&{Query()}");

        verification.Verdict.ShouldBe(PayVerdict.Genuine);
        var login = verification.Response.ShouldNotBeNull();
        login.GetUserId().ShouldBe("10001 张三");
        (login.AppId, login.Channel, login.Account).ShouldBe(("app_1", "tenpay", "wallet"));
        (login.Token, login.RequestToken).ShouldBe(("T-1", "R-1"));
        login.SignedAt.ShouldBe(Vectors.Noon);
        login.Parameters.Keys.ShouldNotContain("from");
        login.ToString().ShouldNotContain("10001");
    }

    [Fact]
    public async Task A_login_is_taken_once()
    {
        var verifier = Verifier();

        var first = await verifier.VerifyLoginAsync(Query());
        var second = await verifier.VerifyLoginAsync(Query());
        var other = await verifier.VerifyLoginAsync(Query(("nonce", "def")));

        first.IsGenuine.ShouldBeTrue();
        second.Verdict.ShouldBe(PayVerdict.Used);
        second.Response.ShouldBeNull();
        other.IsGenuine.ShouldBeTrue();
    }

    [Theory]
    [InlineData(-300, PayVerdict.Genuine)]
    [InlineData(300, PayVerdict.Genuine)]
    [InlineData(-301, PayVerdict.Stale)]
    [InlineData(301, PayVerdict.Stale)]
    public async Task A_login_is_good_for_five_minutes(int seconds, PayVerdict verdict)
    {
        var clock = new ManualTimeProvider(Vectors.Noon.AddSeconds(seconds));

        (await Verifier(clock).VerifyLoginAsync(Query())).Verdict.ShouldBe(verdict);
    }

    [Fact]
    public async Task A_login_signed_ahead_of_our_clock_is_remembered_for_as_long_as_it_is_good()
    {
        var ahead = Query(("timestamp", $"{Vectors.Noon.ToUnixTimeSeconds() + 300}"));
        var verifier = Verifier();
        (await verifier.VerifyLoginAsync(ahead)).IsGenuine.ShouldBeTrue();

        _clock.Advance(TimeSpan.FromSeconds(600));

        (await verifier.VerifyLoginAsync(ahead)).Verdict.ShouldBe(PayVerdict.Used);
    }

    [Theory]
    [InlineData("purpose", null, PayVerdict.Malformed)]
    [InlineData("purpose", "pay", PayVerdict.Malformed)]
    [InlineData("nonce", null, PayVerdict.Malformed)]
    [InlineData("user_id", null, PayVerdict.Malformed)]
    [InlineData("user_id", "", PayVerdict.Malformed)]
    [InlineData("channel", null, PayVerdict.Malformed)]
    [InlineData("app_id", "app_2", PayVerdict.WrongApplication)]
    [InlineData("version", "2.0", PayVerdict.VersionUnsupported)]
    [InlineData("sign_type", "RSA", PayVerdict.AlgorithmNotAllowed)]
    [InlineData("charset", "gbk", PayVerdict.CharsetNotAllowed)]
    [InlineData("key_id", "key-9", PayVerdict.KeyUnknown)]
    [InlineData("timestamp", "now", PayVerdict.Malformed)]
    public async Task What_is_signed_and_says_something_else_is_no_login(
        string name, string? value, PayVerdict verdict)
        => (await Verifier().VerifyLoginAsync(Query((name, value)))).Verdict.ShouldBe(verdict);

    [Fact]
    public async Task Every_parameter_is_under_the_signature()
    {
        foreach (var name in Login.Keys.Except(["sign_type", "charset", "key_id"]))
        {
            var altered = Query().Replace($"{name}=", $"{name}=9", StringComparison.Ordinal);

            (await Verifier().VerifyLoginAsync(altered)).Verdict
                .ShouldBe(PayVerdict.SignatureInvalid, name);
        }

        (await Verifier().VerifyLoginAsync($"{Query()}&user_id=10002")).Verdict
            .ShouldBe(PayVerdict.DuplicateParameter);
        (await Verifier().VerifyLoginAsync("user_id=10001")).Verdict
            .ShouldBe(PayVerdict.SignatureMissing);
        (await Verifier().VerifyLoginAsync(null)).Verdict.ShouldBe(PayVerdict.SignatureMissing);
    }

    [Fact]
    public async Task A_return_of_a_payment_is_no_login_and_a_login_no_return()
    {
        var paid = Vectors.Case("returns.json", "a paid order")["query"]!.GetValue<string>();

        (await Verifier().VerifyLoginAsync(paid)).IsGenuine.ShouldBeFalse();
        (await Verifier().VerifyReturnAsync(Query())).IsGenuine.ShouldBeFalse();
        (await Verifier().VerifyAsync(Encoding.UTF8.GetBytes(Query()))).Verdict
            .ShouldBe(PayVerdict.Malformed);
    }

    [Fact]
    public async Task A_person_who_was_checked_comes_back_with_what_is_known()
    {
        (string, string?)[] back =
        [
            ("purpose", "identity"), ("channel", null), ("account", null), ("user_id", null),
            ("token", null), ("request_token", null), ("nonce", null),
            ("verification_id", "V"), ("out_verify_no", "V-1"), ("verify_state", "PASSED"),
        ];

        var genuine = await Verifier().VerifyIdentityReturnAsync($"?a=b&{Query(back)}");
        var altered = await Verifier().VerifyIdentityReturnAsync(
            Query([.. back, ("verify_state", "FAILED")]).Replace(
                "FAILED", "PASSED", StringComparison.Ordinal));

        var known = genuine.Response.ShouldNotBeNull();
        (known.VerificationId, known.OutVerifyNo, known.VerifyState, known.AppId)
            .ShouldBe(("V", "V-1", VerifyState.Passed, "app_1"));
        known.Parameters.Keys.ShouldNotContain("a");
        altered.Verdict.ShouldBe(PayVerdict.SignatureInvalid);
        (await Verifier().VerifyIdentityReturnAsync(Query())).IsGenuine.ShouldBeFalse();
        (await Verifier().VerifyLoginAsync(Query(back))).IsGenuine.ShouldBeFalse();
    }

    [Fact]
    public async Task A_memory_of_the_merchants_own_decides()
    {
        using var keys = new GatewayKeys(A.GatewayKeys);
        var memory = new Refusing();
        var verifier = new PayVerifier(A.Options(), keys, _clock, memory);

        var verification = await verifier.VerifyLoginAsync(Query());

        verification.Verdict.ShouldBe(PayVerdict.Used);
        memory.Asked.ShouldBe(("abc", Vectors.Noon.AddSeconds(300)));
    }

    [Fact]
    public async Task The_memory_forgets_what_is_over_and_takes_nothing_when_it_is_full()
    {
        var memory = new LoginMemory(_clock);
        for (var i = 0; i < LoginMemory.Capacity; i++)
        {
            (await memory.TryTakeAsync($"{i}", _clock.GetUtcNow().AddMinutes(5), default))
                .ShouldBeTrue();
        }

        var full = await memory.TryTakeAsync("x", _clock.GetUtcNow().AddMinutes(5), default);
        _clock.Advance(TimeSpan.FromMinutes(5));
        var atTheEnd = await memory.TryTakeAsync("0", _clock.GetUtcNow(), default);
        _clock.Advance(TimeSpan.FromTicks(1));
        var after = await memory.TryTakeAsync("0", _clock.GetUtcNow(), default);

        (full, atTheEnd, after).ShouldBe((false, false, true));
    }

    [Fact]
    public async Task Of_many_at_once_one_is_taken()
    {
        var verifier = Verifier();

        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            _ => Task.Run(async () => await verifier.VerifyLoginAsync(Query()))));

        all.Count(static v => v.IsGenuine).ShouldBe(1);
    }

    private PayVerifier Verifier(ManualTimeProvider? clock = null)
        => new(A.Options(), new GatewayKeys(A.GatewayKeys), clock ?? _clock);

    /// <summary>What the gateway would send, signed by this test's own code.</summary>
    private static string Query(params (string Name, string? Value)[] changes)
    {
        var fields = new SortedDictionary<string, string>(Login, StringComparer.Ordinal);
        foreach (var (name, value) in changes)
        {
            fields[name] = value ?? "";
            if (value is null)
            {
                fields.Remove(name);
            }
        }

        using var rsa = RSA.Create();
        rsa.ImportFromPem(Vectors.GatewayKey);
        var content = string.Join('&', fields
            .Where(static f => f.Key is not "sign_type" && f.Value.Length > 0)
            .Select(static f => $"{f.Key}={f.Value}"));
        fields["sign"] = Convert.ToBase64String(rsa.SignData(
            Encoding.UTF8.GetBytes(content), HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1));
        return string.Join(
            '&', fields.Select(static f => $"{f.Key}={Uri.EscapeDataString(f.Value)}"));
    }

    private sealed class Refusing : ILoginMemory
    {
        public (string Nonce, DateTimeOffset Until) Asked { get; private set; }

        public ValueTask<bool> TryTakeAsync(
            string nonce, DateTimeOffset until, CancellationToken cancellation)
        {
            Asked = (nonce, until);
            return new(false);
        }
    }
}
