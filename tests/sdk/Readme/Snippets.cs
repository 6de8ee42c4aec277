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
            if (notification.IsRefund)
            {
                await books.MarkRefundAsync(
                    notification.RefundId!,
                    notification.RefundFee!.Value,
                    notification.IsRefundSuccessful(),
                    cancellation);
            }
            else if (notification.IsPaySuccessful())
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

    public static void OpenTheConsole(WebApplication app)
    {
        app.MapGet("/back-office/payments", async (PayClient pay) =>
        {
            var console = await pay.GetConsoleUrlAsync();
            return Results.Redirect(console.AbsoluteUri);
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

    public static void ChooseTheChannel(PayRequest request)
    {
        request.Channel = "alipay_page";
        request.Account = "main";
    }

    public static async Task<string?> ShowACodeAsync(PayClient pay, PayRequest request)
    {
        request.Channel = "alipay_qr";
        var shown = await pay.CreateAsync(request);
        var code = shown.Value?.CodeUrl;
        return code;
    }

    public static async Task<IReadOnlyDictionary<string, string>?> OpenTheWalletAsync(
        PayClient pay, PayRequest request, string openid)
    {
        request.Channel = "wechatpay_jsapi";
        request.PayerId = openid;
        var opened = await pay.CreateAsync(request);
        var parameters = opened.Value?.Wallet;
        return parameters;
    }

    public static async Task<string> ChargeAsync(PayClient pay, string order, string scanned)
    {
        var charge = pay.NewBarcodeRequest();
        charge.OutTradeNo = order;
        charge.TotalFee = 100;
        charge.Subject = "A tin of tea";
        charge.NotifyUrl = "https://shop.example.com/pay/notify";
        charge.AuthCode = scanned;
        var charged = await pay.ChargeAndWaitAsync(charge, TimeSpan.FromSeconds(30));
        if (!charged.IsAnswered)
        {
            return charged.Problem.IsOutcomeUnknown
                ? $"Ask before you charge again: {charged.Problem.Detail}"
                : $"Not charged: {charged.Problem.Detail}";
        }

        return charged.Value.TradeState switch
        {
            TradeState.Success => "paid",
            TradeState.PayError => "refused: scan another code, under the same number",
            _ => "cancelled",
        };
    }

    public static async Task HoldAsync(PayClient pay)
    {
        var held = await pay.AuthorizeAsync(
            pay.NewRequest()
                .SetParameter("out_trade_no", "H-2026-0001")
                .SetParameter("total_fee", "50000")
                .SetParameter("subject", "Deposit for room 12")
                .SetParameter("notify_url", "https://shop.example.com/pay/notify")
                .SetParameter("channel", "alipay_hold_qr"),
            holdFor: TimeSpan.FromDays(3));
        _ = held;
    }

    public static async Task CaptureAsync(PayClient pay, string authorizationId)
    {
        var taken = await pay.CaptureAsync(authorizationId, new CaptureRequest
        {
            OutTradeNo = "T-2026-0007",
            TotalFee = 32_800,
            IsFinal = true,
        });
        var gone = await pay.VoidAsync(
            authorizationId, new VoidRequest { OutRequestNo = "V-2026-0001" });
        var asked = await pay.QueryAuthorizationAsync(
            AuthorizationQueryRequest.ById(authorizationId));
        _ = (taken, gone, asked);
    }

    public static async Task<string> SendKCodeAsync(
        PayClient pay, PayRequest request, string cardNo, string lastFourOfThePhone)
    {
        var sent = await pay.SendKCodeAsync(request, new KCodeCard
        {
            OutRequestNo = "K-2026-0001",
            CardNo = cardNo,
            MobileEnd = lastFourOfThePhone,
        });
        if (sent.Value?.KCodeState is KCodeState.NotSigned)
        {
            return $"Sign up first: {sent.Value.SignUrl}";
        }

        return "sent";
    }

    public static async Task<string> PayByKCodeAsync(
        PayClient pay, string transactionId, string code, string name, string certificateNo)
    {
        var paid = await pay.PayByKCodeAsync(transactionId, new KCodePayment
        {
            OutRequestNo = "P-2026-0001",
            Code = code,
            AccName = name,
            CertificateType = "I",
            CertificateNo = certificateNo,
        });
        return paid switch
        {
            { Value.TradeState: TradeState.Success } => "paid",
            { Value.TradeState: TradeState.UserPaying } => "a notification tells its end",
            { Problem.Code: PayProblemCodes.KCodeWrong } => "enter the code again, as P-2026-0002",
            _ => "not paid",
        };
    }

    public static async Task AgreeAsync(PayClient pay)
    {
        var agreement = await pay.SignAgreementAsync(new AgreementRequest
        {
            OutAgreementNo = "G-2026-0001",
            Subject = "Tea of the month",
            SingleLimit = 9_900,
            ValidDays = 365,
            NotifyUrl = new Uri("https://shop.example.com/pay/notify"),
            Channel = "alipay_agreement",
        });
        _ = agreement;
    }

    public static async Task DebitAsync(PayClient pay, string agreementId)
    {
        var debit = await pay.DebitAsync(new DebitRequest
        {
            OutTradeNo = "T-2026-0008",
            AgreementId = agreementId,
            TotalFee = 8_800,
            Subject = "Tea of October",
        });
        var known = await pay.QueryAgreementAsync(AgreementQueryRequest.ById(agreementId));
        var ended = await pay.UnsignAsync(agreementId);
        _ = (debit, known, ended);
    }

    public static async Task<string> RefundAsync(PayClient pay, string order)
    {
        var refund = await pay.RefundAsync(new RefundRequest
        {
            OutRequestNo = "R-2026-0001",
            OutTradeNo = order,
            RefundFee = 30,
            Reason = "The cup was broken",
        });
        if (!refund.IsAnswered)
        {
            return refund.Problem switch
            {
                { IsOutcomeUnknown: true } => "Send the same again.",
                { Code: PayProblemCodes.RefundExceedsPayment } => "That is more than is left.",
                var other => other.Detail,
            };
        }

        return refund.Value.RefundState switch
        {
            RefundState.Success => "the money is back",
            RefundState.Closed => "it failed: refund again under a new number",
            RefundState.Abnormal => "the channel keeps it: a human has to see to it",
            _ => "on its way: a notification tells its end",
        };
    }

    public static async Task<bool> AskAboutARefundAsync(PayClient pay)
    {
        var asked = await pay.QueryRefundAsync(new RefundQueryRequest("R-2026-0001"));
        return asked.Value?.IsRefundSuccessful() ?? false;
    }

    public static async Task<BatchState?> DebitManyAsync(
        PayClient pay, IReadOnlyList<DebitRequest> debits)
    {
        var batch = await pay.SendDebitBatchAsync(new DebitBatchRequest("B-2026-10", debits));
        var progress = await pay.QueryDebitBatchAsync("B-2026-10");
        var page = await pay.ListDebitBatchAsync("B-2026-10");
        return page.IsAnswered && batch.IsAnswered ? progress.Value?.BatchState : null;
    }

    public static async Task<Uri?> VerifyAsync(PayClient pay, string name, string certificateNo)
    {
        var check = await pay.VerifyIdentityAsync(new IdentityRequest
        {
            OutVerifyNo = "V-2026-0001",
            Channel = "alipay_identity",
            Name = name,
            CertificateNo = certificateNo,
            ReturnUrl = new Uri("https://shop.example.com/verified"),
        });
        if (check.Value?.VerifyUrl is { } page)
        {
            return page;
        }

        return null;
    }

    public static async Task AskWhoAsync(PayClient pay, IPeople people)
    {
        var known = await pay.QueryIdentityAsync(IdentityQueryRequest.ByOutVerifyNo("V-2026-0001"));
        if (known.Value?.IsPassed() is true)
        {
            await people.MarkVerifiedAsync(known.Value.OutVerifyNo);
        }
    }

    public static void LetAWalletsUserIn(WebApplication app, ISessions sessions)
    {
        app.MapGet("/login", async (HttpContext http, PayVerifier verifier) =>
        {
            var login = await verifier.VerifyLoginAsync(http.Request.QueryString.Value);
            if (!login.IsGenuine)
            {
                return Results.Text("Open the shop again in the wallet.", statusCode: 403);
            }

            var wallet = login.Response;
            await sessions.BeginAsync(http, wallet.Channel, wallet.GetUserId());
            return Results.Redirect("/");
        });
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

        Task MarkRefundAsync(
            string refund, long refundFee, bool succeeded, CancellationToken cancellation);
    }

    /// <summary>The merchant's own people.</summary>
    internal interface IPeople
    {
        Task MarkVerifiedAsync(string outVerifyNo);
    }

    /// <summary>The merchant's own sessions.</summary>
    internal interface ISessions
    {
        Task BeginAsync(HttpContext http, string channel, string userId);
    }

    /// <summary>The merchant's own source of access tokens.</summary>
    internal interface ITokens
    {
        ValueTask<string> GetTokenAsync(string scope, CancellationToken cancellation);
    }
}
