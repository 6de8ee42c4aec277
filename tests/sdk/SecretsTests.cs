using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PayFunctions.Tests.Sdk;

/// <summary>
/// Neither the private key nor a payer's code is in any of the texts that end in logs.
/// </summary>
public class SecretsTests
{
    private static readonly string[] KeyLines = Vectors.MerchantKey.Split('\n')
        .Where(line => line.Length > 0 && line[0] is not '-').ToArray();

    [Fact]
    public void No_text_of_a_public_type_shows_the_key()
    {
        var options = A.Options();
        using var client = new HttpClient(PayClient.CreateHandler());
        object[] things =
        [
            options, options.Signer!, options.Environment!, A.Request(options),
            new PayClient(client, options), A.GatewayKeys,
        ];

        foreach (var thing in things)
        {
            ShouldNotShowTheKey(thing.ToString()!);
        }

        ShouldNotShowTheKey(JsonSerializer.Serialize(options.Signer, options.Signer!.GetType()));
    }

    [Fact]
    public void No_exception_shows_the_key()
    {
        var broken = Vectors.MerchantKey.Replace("-----END", "-----FIN", StringComparison.Ordinal);
        var shifted = "x" + string.Concat(KeyLines);

        ShouldNotShowTheKey(Record.Exception(() => SigningKey.FromPem(broken))!.ToString());
        ShouldNotShowTheKey(Record.Exception(() => SigningKey.FromBase64(shifted))!.ToString());
        ShouldNotShowTheKey(Record.Exception(
            () => A.Request().SetParameter("subject", Vectors.MerchantKey).GetUrl())!.ToString());
        ShouldNotShowTheKey(Record.Exception(
            () => A.Request().SetParameter(Vectors.MerchantKey, "x"))!.ToString());
        ShouldNotShowTheKey(Record.Exception(() => new PayRequest(
            A.Options(options => options.AppId = Vectors.MerchantKey)))!.ToString());
    }

    [Fact]
    public void No_text_and_no_exception_shows_a_payers_code()
    {
        var request = A.Barcode();
        var wrong = A.Barcode().SetParameter("auth_code", A.Code + "!");

        request.ToString().ShouldBe("BarcodeRequest T-2026_0001");
        JsonSerializer.Serialize(request).ShouldNotContain(A.Code);
        Record.Exception(wrong.EnsureValid)!.ToString().ShouldNotContain(A.Code);
        Record.Exception(() => A.Barcode().SetParameter(A.Code, "x"))!.ToString()
            .ShouldNotContain(A.Code);
    }

    [Fact]
    public async Task No_log_shows_a_payers_code()
    {
        var log = new LogSink();
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace))
            .AddPayFunctions(options =>
            {
                options.AppId = "app_1";
                options.KeyId = "key-1";
                options.Signer = SigningKey.FromPem(Vectors.MerchantKey);
                options.Environment = PayEnvironment.Sandbox(new Uri("http://127.0.0.1:1"));
            })
            .BuildServiceProvider();
        services.GetRequiredService<ILogger<SecretsTests>>().Log(
            LogLevel.Critical, eventId: 0, "The log is on.", null, (text, _) => text);

        var result = await services.GetRequiredService<PayClient>().ChargeAsync(A.Barcode());

        result.Problem.ShouldNotBeNull().ToString().ShouldNotContain(A.Code);
        log.Lines.ShouldHaveSingleItem().ShouldContain("The log is on.");
    }

    private static void ShouldNotShowTheKey(string text)
    {
        foreach (var line in KeyLines)
        {
            text.ShouldNotContain(line);
        }
    }
}
