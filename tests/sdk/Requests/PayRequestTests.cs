namespace PayFunctions.Tests.Sdk.Requests;

public class PayRequestTests
{
    public static TheoryData<string> Golden => Vectors.Names("pay_urls.json");

    [Theory]
    [MemberData(nameof(Golden))]
    public void A_url_equals_the_one_that_other_code_made(string name)
    {
        var golden = Vectors.Case("pay_urls.json", name);
        var request = new PayRequest(A.Options(), new ManualTimeProvider(Vectors.Noon));
        foreach (var (parameter, value) in Vectors.Fields(golden["parameters"]!))
        {
            request.SetParameter(parameter, value);
        }

        var url = request.GetUrl();

        url.ShouldBe(golden["url"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_waited_for_signature_makes_the_same_url()
    {
        var request = A.Request();

        var url = await request.GetUrlAsync(TestContext.Current.CancellationToken);

        url.ShouldBe(request.GetUrl());
    }

    [Fact]
    public void Typed_properties_and_named_parameters_are_the_same()
    {
        var request = new PayRequest(A.Options(), new ManualTimeProvider(Vectors.Noon))
        {
            OutTradeNo = "T-2026_0001",
            TotalFee = 100,
            Subject = "Tea",
            NotifyUrl = "https://shop.example.com/pay/notify",
            FeeType = "CNY",
            Body = "One tin",
            Attach = "a=1&b=2/3",
            ReturnUrl = "https://shop.example.com/done?order=7&lang=zh",
            Channel = "alipay_page",
            Account = "main",
            ExpiresInSeconds = 900,
        };

        request.GetUrl().ShouldBe(
            Vectors.Case("pay_urls.json", "everything")["url"]!.GetValue<string>());
        request.TotalFee.ShouldBe(100);
        request.ExpiresInSeconds.ShouldBe(900);
    }

    [Fact]
    public void A_second_value_replaces_the_first()
    {
        var request = A.Request().SetParameter("subject", "Coffee").SetParameter("subject", "Tea");

        request.GetUrl().ShouldBe(A.Request().GetUrl());
    }

    [Fact]
    public void Everything_that_is_missing_is_named_at_once()
    {
        var request = new PayRequest(A.Options());

        var refusal = Should.Throw<PayRequestException>(request.GetUrl);

        refusal.Problems.Select(problem => problem.Name)
            .ShouldBe(["notify_url", "out_trade_no", "subject", "total_fee"]);
        refusal.Message.ShouldContain("out_trade_no is missing");
    }

    [Fact]
    public void Nothing_is_signed_when_something_is_missing()
    {
        var signer = new CountingSigner();
        var request = new PayRequest(A.Options(options => options.Signer = signer));

        Should.Throw<PayRequestException>(async () => await request.GetUrlAsync());

        signer.Calls.ShouldBe(0);
    }

    [Fact]
    public void A_remote_key_has_to_be_waited_for()
    {
        var request = A.Request(A.Options(options => options.Signer = new CountingSigner()));

        Should.Throw<InvalidOperationException>(request.GetUrl)
            .Message.ShouldContain("GetUrlAsync");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("Subject")]
    [InlineData("app_id")]
    [InlineData("sign")]
    [InlineData("sign_type")]
    [InlineData("timestamp")]
    [InlineData("auth_code")]
    [InlineData("wait_seconds")]
    public void A_name_that_is_not_the_callers_is_refused(string name)
        => Should.Throw<ArgumentException>(() => A.Request().SetParameter(name, "x"))
            .ParamName.ShouldBe("name");

    [Fact]
    public void A_url_that_no_server_would_take_is_refused_before_signing()
    {
        var request = A.Request()
            .SetParameter("subject", new string('茶', 256))
            .SetParameter("attach", new string('茶', 512));

        Should.Throw<PayRequestException>(request.GetUrl).Message.ShouldContain("CreateAsync");
    }

    private sealed class CountingSigner : IRequestSigner
    {
        public int Calls { get; private set; }

        public ValueTask<byte[]> SignHashAsync(
            ReadOnlyMemory<byte> sha256, CancellationToken cancellation = default)
        {
            Calls++;
            return ValueTask.FromResult(new byte[256]);
        }
    }
}
