using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using PayFunctions.Sandbox.Simulation;
using PayFunctions.Sandbox.Tenpay;
using PayFunctions.Tests.Kit;
using PayFunctions.Tests.Sandbox.Simulation;

namespace PayFunctions.Tests.Sandbox.Tenpay;

/// <summary>A simulator with the vectors' keys, a merchant of each profile, and callers.</summary>
internal sealed class TenpayWorld : ISimulatorWorld
{
    public const string Partner = "1900009999";
    public const string AppId = "0000000099";
    public const string OpenNumber = "1200000099";
    public const string Password = "op-password";

    private static readonly (byte[] File, string Thumbprint) Own =
        CertificateFile.ForMerchant(Partner, Partner, TimeProvider.System.GetUtcNow());

    private TenpayWorld(
        TenpaySimulator simulator, MerchantEndpoint merchant, ManualTimeProvider time,
        TenpayProfile profile)
    {
        Simulator = simulator;
        Merchant = merchant;
        Time = time;
        IsOpen = profile is TenpayProfile.Open;
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false };
        Client = new HttpClient(handler) { BaseAddress = simulator.Address };
    }

    public TenpaySimulator Simulator { get; }

    public MerchantEndpoint Merchant { get; }

    public ManualTimeProvider Time { get; }

    public HttpClient Client { get; }

    public bool IsOpen { get; }

    public string Key => IsOpen ? TenpayVectors.OpenKey : TenpayVectors.GatewayKey;

    public string Identity => IsOpen ? AppId : Partner;

    public IReadOnlyList<TimeSpan> Gaps => TenpaySimulator.NotificationGaps;

    public string AskOperation => "normalorderquery";

    public static async Task<TenpayWorld> StartAsync(
        TenpayProfile profile = TenpayProfile.Gateway,
        Func<TenpaySimulatorOptions, TenpaySimulatorOptions>? change = null)
    {
        // 2024-01-03 10:11:12 in China.
        var time = new ManualTimeProvider(new(2024, 1, 3, 2, 11, 12, TimeSpan.Zero));
        var options = new TenpaySimulatorOptions
        {
            Merchants =
            [
                new(TenpayProfile.Open, AppId, TenpayVectors.OpenKey) { Number = OpenNumber },
                new(TenpayProfile.Gateway, Partner, TenpayVectors.GatewayKey)
                {
                    OperatorPassword = Password,
                    Certificate = Own.Thumbprint,
                },
                new(TenpayProfile.Gateway, "1900000001", TenpayVectors.GatewayKey),
            ],
            Time = time,
        };
        var simulator = await TenpaySimulator.StartAsync(change?.Invoke(options) ?? options);
        return new(simulator, await MerchantEndpoint.StartAsync(), time, profile);
    }

    /// <summary>A call of this world's merchant, not signed yet.</summary>
    public TenpayCaller Call(string operation)
        => new TenpayCaller(Client, $"/gateway/{operation}.xml", Key)
            .With(IsOpen ? "appid" : "partner", Identity)
            .With("input_charset", "UTF-8");

    /// <summary>A page order of 12.34 that notifies and returns to the merchant.</summary>
    public TenpayCaller Page(string outTradeNo, long fen = 1234)
        => new TenpayCaller(Client, "/gateway/pay.htm", Key)
            .With(IsOpen ? "appid" : "partner", Identity)
            .With("input_charset", "UTF-8")
            .With("out_trade_no", outTradeNo)
            .With("total_fee", $"{fen}")
            .With("body", "测试商品")
            .With("notify_url", Merchant.NotifyUrl)
            .With("return_url", Merchant.ReturnUrl)
            .With("spbill_create_ip", "127.0.0.1");

    /// <summary>A refund, not sent yet.</summary>
    public TenpayCaller Refund(string outTradeNo, string outRefundNo, long fen, HttpClient? client)
        => new TenpayCaller(client ?? Client, "/refundapi/gateway/refund.xml", Key)
            .With("service_version", "1.1")
            .With(IsOpen ? "appid" : "partner", Identity)
            .With("input_charset", "UTF-8")
            .With("out_trade_no", outTradeNo)
            .With("out_refund_no", outRefundNo)
            .With("total_fee", "1234")
            .With("refund_fee", $"{fen}")
            .With("op_user_id", Identity)
            .With("op_user_passwd", "9d83706fd2bb0b8d61c1ab9b06d4d2f3");

    /// <summary>A client of the refunds' port, with a certificate or without.</summary>
    public HttpClient Secure(X509Certificate2? certificate)
    {
        var trusted = X509Certificate2.CreateFromPem(Simulator.ServerCertificate);
        var handler = new SocketsHttpHandler { UseProxy = false };
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { trusted },
            RevocationMode = X509RevocationMode.NoCheck,
        };
        if (certificate is not null)
        {
            handler.SslOptions.ClientCertificates = [certificate];
        }

        return new HttpClient(handler) { BaseAddress = Simulator.RefundUri };
    }

    public static X509Certificate2 OwnCertificate()
        => X509CertificateLoader.LoadPkcs12(Own.File, Partner);

    /// <summary>The payer comes and does not pay yet: now the trade exists.</summary>
    public async Task OpenAsync(string outTradeNo, long fen)
    {
        using var opened = await Page(outTradeNo, fen).SendAsync(post: false);
        using var left = await Client.PostAsync($"{opened.Headers.Location}/cancel", null);
        left.IsSuccessStatusCode.ShouldBeTrue();
    }

    public Task<HttpResponseMessage> AskAsync(string outTradeNo, string? fault = null)
        => Call("normalorderquery").With("out_trade_no", outTradeNo).SendAsync(fault: fault);

    public async Task<JsonElement> ControlAsync(
        HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        using var answer = await Client.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>A paid trade of 12.34 that nobody was told of.</summary>
    public async Task PayAsync(string outTradeNo, bool silent = true)
    {
        await OpenAsync(outTradeNo, 1234);
        await ControlAsync(
            HttpMethod.Post, $"/control/trades/{outTradeNo}/pay{(silent ? "?silent=1" : "")}");
    }

    /// <summary>How attempts to notify ended, once there are so many.</summary>
    public async Task<IReadOnlyList<string>> AttemptsAsync(string outTradeNo, int count)
    {
        while (true)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var attempts = (await ControlAsync(HttpMethod.Get, $"/control/trades/{outTradeNo}"))
                .GetProperty("notifications");
            if (attempts.GetArrayLength() >= count)
            {
                return
                [
                    .. attempts.EnumerateArray().Select(
                        static a => a.GetProperty("outcome").GetString()!),
                ];
            }

            await Task.Yield();
        }
    }

    public bool? IsGenuine(byte[] answer) => TenpayAnswer.Read(answer, Key).Genuine;

    public bool IsBusy(byte[] answer) => TenpayAnswer.Read(answer, Key).Retcode == "88219998";

    public bool IsGenuine(ReceivedNotification notification)
        => Fields(notification) is var fields
            && fields["sign"] == TenpayCaller.Sign(fields, Key, Encoding.UTF8);

    /// <summary>What a notification says.</summary>
    public static Dictionary<string, string> Fields(
        ReceivedNotification notification, Encoding? encoding = null)
        => FormFields.Parse(
            notification.Method == "GET"
                ? new Uri(notification.Url).Query.TrimStart('?')
                : notification.Body,
            encoding ?? Encoding.UTF8).ToDictionary(StringComparer.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await Simulator.DisposeAsync();
        await Merchant.DisposeAsync();
        Client.Dispose();
    }
}
