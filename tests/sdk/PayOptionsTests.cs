using Microsoft.Extensions.Options;

namespace PayFunctions.Tests.Sdk;

public class PayOptionsTests
{
    [Fact]
    public void Every_problem_is_named_at_once()
    {
        var refusal = Should.Throw<OptionsValidationException>(() => new PayRequest(new()));

        refusal.Failures.ShouldBe(
        [
            "PayOptions.AppId must be 1 to 64 characters of A-Z a-z 0-9 _ -.",
            "PayOptions.KeyId must be 1 to 64 characters of A-Z a-z 0-9 _ -.",
            "PayOptions.Signer is missing: use SigningKey.FromPem, FromFile, FromBase64 or "
                + "FromVault.",
            "PayOptions.Environment is missing: use PayEnvironment.Production or "
                + "PayEnvironment.Sandbox.",
        ]);
    }

    [Theory]
    [InlineData("https://pay.example.com", null)]
    [InlineData("https://pay.example.com:8443/", null)]
    [InlineData("http://pay.example.com", "must be https")]
    [InlineData("http://127.0.0.1:7071", "must be https")]
    [InlineData("ftp://pay.example.com", "must be https")]
    [InlineData("https://pay.example.com/api", "must be an origin")]
    [InlineData("https://pay.example.com/?a=1", "must be an origin")]
    [InlineData("https://pay.example.com/#a", "must be an origin")]
    [InlineData("https://user@pay.example.com", "must be an origin")]
    public void Production_is_an_https_origin(string address, string? problem)
        => ShouldSay(PayEnvironment.Production(new Uri(address)), problem);

    [Theory]
    [InlineData("http://127.0.0.1:7071", null)]
    [InlineData("http://localhost:7071", null)]
    [InlineData("http://[::1]:7071", null)]
    [InlineData("https://sandbox.example.com", null)]
    [InlineData("http://10.0.0.7:7071", "http is for loopback addresses only")]
    [InlineData("http://localhost.example.com", "http is for loopback addresses only")]
    public void The_sandbox_may_be_http_on_this_machine(string address, string? problem)
        => ShouldSay(PayEnvironment.Sandbox(new Uri(address)), problem);

    [Fact]
    public void A_relative_address_is_refused()
        => ShouldSay(
            PayEnvironment.Production(new Uri("/pay", UriKind.Relative)), "absolute address");

    [Fact]
    public void The_sandbox_is_on_this_machine_unless_said_otherwise()
        => PayEnvironment.Sandbox().Gateway.ShouldBe(new Uri("http://127.0.0.1:7071"));

    [Fact]
    public void A_timeout_an_answer_and_pinned_keys_have_their_limits()
    {
        var options = A.Options(one =>
        {
            one.Timeout = TimeSpan.FromMinutes(3);
            one.AnswerWord = "ok";
            one.GatewayKeys = GatewayKeySet.Empty;
        });

        Should.Throw<OptionsValidationException>(() => new PayRequest(options)).Failures.ShouldBe(
        [
            "PayOptions.Timeout must be 1 to 120 seconds.",
            "PayOptions.AnswerWord must be success or success=Y.",
            "PayOptions.GatewayKeys is an empty set: no notification would ever be genuine.",
        ]);
    }

    private static void ShouldSay(PayEnvironment environment, string? problem)
    {
        var options = A.Options(one => one.Environment = environment);

        if (problem is null)
        {
            Should.NotThrow(() => new PayRequest(options));
        }
        else
        {
            Should.Throw<OptionsValidationException>(() => new PayRequest(options))
                .Failures.ShouldHaveSingleItem().ShouldContain(problem);
        }
    }
}
