using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PayFunctions.Tests.Sdk.Readme;

/// <summary>The code of sdk/README.md, here so that it compiles. ReadmeTests compares.</summary>
internal static class Snippets
{
    public static void Register(WebApplicationBuilder builder)
    {
        builder.Services.AddPayFunctions(options =>
        {
            options.AppId = "app_1";
            options.KeyId = "key-1";
            options.Signer = SigningKey.FromFile("merchant.pem");
            options.Environment = PayEnvironment.Sandbox();
        });
    }

    public static void UseRealMoney(PayOptions options)
    {
        options.Environment = PayEnvironment.Production(new Uri("https://pay.example.com"));
    }

    public static void SendThePayer(WebApplication app)
    {
        app.MapGet("/buy/{order}", (string order, PayClient pay) =>
        {
            var url = pay.NewRequest()
                .SetParameter("out_trade_no", order)
                .SetParameter("total_fee", "100")
                .SetParameter("subject", "A tin of tea")
                .SetParameter("notify_url", "https://shop.example.com/pay/notify")
                .SetParameter("return_url", "https://shop.example.com/pay/done")
                .GetUrl();
            return Results.Redirect(url);
        });
    }

    public static void Receive(WebApplication app, IBooks books)
    {
        app.MapPayNotifications("/pay/notify", async (notification, cancellation) =>
        {
            if (notification.IsPaySuccessful())
            {
                await books.MarkPaidAsync(
                    notification.OutTradeNo,
                    notification.TotalFee,
                    notification.OrderVersion,
                    cancellation);
            }
        });
    }

    public static void ShowThePayer(WebApplication app)
    {
        app.MapGet("/pay/done", async (HttpRequest request, PayVerifier verifier) =>
        {
            var verification = await verifier.VerifyReturnAsync(request.QueryString.Value);
            return verification.IsGenuine && verification.Response.IsPaySuccessful()
                ? "Thank you!"
                : "We are waiting for your payment.";
        });
    }

    public static async Task<string> AskAsync(PayClient pay, string order)
    {
        var result = await pay.QueryAsync(OrderQueryRequest.ByOutTradeNo(order));
        if (!result.IsAnswered)
        {
            return $"{result.Problem.Code}: {result.Problem.Detail}";
        }

        return result.Value.IsPaySuccessful() ? "paid" : "not paid";
    }

    public static async Task<Uri?> CreateAsync(PayClient pay, string order)
    {
        var request = pay.NewRequest();
        request.OutTradeNo = order;
        request.TotalFee = 100;
        request.Subject = "A tin of tea";
        request.NotifyUrl = "https://shop.example.com/pay/notify";
        var created = await pay.CreateAsync(request);
        return created.Value?.PayUrl;
    }

    public static void UseAVault(PayOptions options, ITokens tokens)
    {
        options.Signer = SigningKey.FromVault(
            new Uri("https://shop.vault.azure.net/keys/pay/0123456789abcdef"),
            (resource, cancellation) => tokens.GetTokenAsync($"{resource}.default", cancellation));
    }

    public static async Task VerifyAsync(PayVerifier verifier, byte[] body)
    {
        var verification = await verifier.VerifyAsync(body);
        if (verification.Verdict is PayVerdict.Genuine)
        {
            Console.WriteLine(verification.Response!.TransactionId);
        }
    }

    /// <summary>The merchant's own books.</summary>
    internal interface IBooks
    {
        Task MarkPaidAsync(
            string order, long totalFee, long orderVersion, CancellationToken cancellation);
    }

    /// <summary>The merchant's own source of access tokens.</summary>
    internal interface ITokens
    {
        ValueTask<string> GetTokenAsync(string scope, CancellationToken cancellation);
    }
}
