using System.Text.Json;

namespace PayFunctions.Tests.Sdk;

/// <summary>The private key is in none of the texts that end in logs.</summary>
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

    private static void ShouldNotShowTheKey(string text)
    {
        foreach (var line in KeyLines)
        {
            text.ShouldNotContain(line);
        }
    }
}
