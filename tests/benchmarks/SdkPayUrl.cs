using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using PayFunctions.Sdk;

namespace PayFunctions.Tests.Benchmarks;

/// <summary>A pay URL against the signature in it: at most 1.25 times, 12 kB.</summary>
[MemoryDiagnoser]
public class SdkPayUrl : IDisposable
{
    private readonly byte[] _content = new byte[512];
    private readonly RSA _rsa = RSA.Create();
    private PayOptions _options = new();

    /// <summary>Imports the key once, as an application does.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _rsa.ImportFromPem(SdkVectors.MerchantKey);
        _options = new PayOptions
        {
            AppId = "app_1",
            KeyId = "key-1",
            Signer = SigningKey.FromPem(SdkVectors.MerchantKey),
            Environment = PayEnvironment.Sandbox(),
        };
    }

    /// <summary>The floor: RSA-2048 over SHA-256, key cached.</summary>
    [Benchmark(Baseline = true)]
    public byte[] RsaSignature()
        => _rsa.SignData(_content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>A request of ten parameters from nothing to its URL.</summary>
    [Benchmark]
    public string GetUrl()
        => new PayRequest(_options)
            .SetParameter("out_trade_no", "T-2026_0001")
            .SetParameter("total_fee", "100")
            .SetParameter("fee_type", "CNY")
            .SetParameter("subject", "龙井茶叶 一斤")
            .SetParameter("body", "One tin of tea")
            .SetParameter("attach", "order=7&customer=8")
            .SetParameter("notify_url", "https://shop.example.com/pay/notify")
            .SetParameter("return_url", "https://shop.example.com/pay/done?order=7")
            .SetParameter("channel", "alipay_page")
            .SetParameter("expires_in", "900")
            .GetUrl();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases the key.</summary>
    /// <param name="disposing">Whether managed parts are released.</param>
    protected virtual void Dispose(bool disposing) => _rsa.Dispose();
}
