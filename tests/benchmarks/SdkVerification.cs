using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using PayFunctions.Sdk;

namespace PayFunctions.Tests.Benchmarks;

/// <summary>A notification against the RSA verification inside it: at most 1.5 times.</summary>
[MemoryDiagnoser]
public class SdkVerification : IDisposable
{
    private readonly RSA _rsa = RSA.Create();
    private byte[] _content = [];
    private byte[] _signature = [];
    private byte[] _form = [];
    private GatewayKeySet _keys = GatewayKeySet.Empty;

    /// <summary>Imports the key once, as an application does.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _rsa.ImportFromPem(SdkVectors.GatewayPublicKey);
        _keys = GatewayKeySet.FromPem("gw-1", SdkVectors.GatewayPublicKey);
        _content = Encoding.UTF8.GetBytes(SdkVectors.Notification("content"));
        _signature = Convert.FromBase64String(SdkVectors.Notification("sign"));
        _form = Encoding.UTF8.GetBytes(SdkVectors.Notification("form"));
        if (!RsaVerification() || !Verify())
        {
            throw new InvalidOperationException("The notification is not genuine.");
        }
    }

    /// <summary>The floor: RSA-2048 over SHA-256, key cached, nothing parsed.</summary>
    [Benchmark(Baseline = true)]
    public bool RsaVerification()
        => _rsa.VerifyData(
            _content, _signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>From the form's bytes to a notification whose fields are read.</summary>
    [Benchmark]
    public bool Verify()
        => PayResponse.Verify(_form, "app_1", _keys, SdkVectors.Noon).IsGenuine;

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
