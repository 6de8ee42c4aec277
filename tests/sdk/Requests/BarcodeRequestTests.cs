namespace PayFunctions.Tests.Sdk.Requests;

public class BarcodeRequestTests
{
    private static readonly string Long = new('9', 65);

    public static TheoryData<string, string> Refused => new()
    {
        { "auth_code", "1234567" },
        { "auth_code", Long },
        { "auth_code", "28763443 825664394" },
        { "auth_code", "287634438256643\n" },
        { "auth_code", "２８７６３４４３８" },
        { "wait_seconds", "31" },
        { "wait_seconds", "-1" },
        { "wait_seconds", "01" },
        { "wait_seconds", "1.5" },
        { "total_fee", "0" },
        { "channel", "alipay bar" },
        { "subject", "a/b" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_value_outside_the_wires_limits_is_refused_by_name(string name, string value)
    {
        var request = A.Barcode().SetParameter(name, value);

        var refusal = Should.Throw<PayRequestException>(request.EnsureValid);

        refusal.Problems.ShouldHaveSingleItem().Name.ShouldBe(name);
        refusal.Message.ShouldStartWith($"The payment request is not valid: {name} must");
    }

    [Theory]
    [InlineData("auth_code", "12345678")]
    [InlineData("auth_code", "fp0A28763443825664394")]
    [InlineData("wait_seconds", "0")]
    [InlineData("wait_seconds", "30")]
    [InlineData("account", "till-2")]
    [InlineData("return_url", "https://shop.example.com/done")]
    public void A_value_at_the_wires_limits_is_taken(string name, string value)
        => Should.NotThrow(A.Barcode().SetParameter(name, value).EnsureValid);

    [Fact]
    public void Everything_that_is_missing_is_named_at_once()
        => Should.Throw<PayRequestException>(new BarcodeRequest(A.Options()).EnsureValid)
            .Problems.Select(problem => problem.Name)
            .ShouldBe(["auth_code", "notify_url", "out_trade_no", "subject", "total_fee"]);

    [Fact]
    public void Typed_properties_and_named_parameters_are_the_same()
    {
        var request = new BarcodeRequest(A.Options())
        {
            OutTradeNo = "T-2026_0001",
            TotalFee = 100,
            Subject = "Tea",
            NotifyUrl = "https://shop.example.com/pay/notify",
            AuthCode = A.Code,
            WaitSeconds = 20,
        };

        request.Values.ToArray().ShouldBe(
            A.Barcode().SetParameter("wait_seconds", "20").Values.ToArray());
        request.WaitSeconds.ShouldBe(20);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("app_id")]
    [InlineData("sign")]
    public void A_name_that_is_not_the_callers_is_refused(string name)
        => Should.Throw<ArgumentException>(() => A.Barcode().SetParameter(name, "x"))
            .ParamName.ShouldBe("name");

    [Fact]
    public void A_code_cannot_be_read_back()
        => typeof(BarcodeRequest).GetProperty(nameof(BarcodeRequest.AuthCode))!.CanRead
            .ShouldBeFalse();
}
