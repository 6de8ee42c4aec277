using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using PayFunctions.Sandbox.Alipay;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Tests.Sandbox.Alipay;

public sealed class CertificateTests : IAsyncLifetime
{
    private const string Download = "alipay.open.app.alipaycert.download";

    private readonly AlipayCertificates certificates = new()
    {
        ApplicationSn = Golden("app_cert_sn"),
        RootSn = Golden("alipay_root_cert_sn"),
        AlipayCertificate = CertificateOf(AlipayVectors.GatewayPrivateKey),
    };

    private AlipayWorld world = null!;

    public async ValueTask InitializeAsync() => world = await StartAsync(certificates);

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task The_golden_request_is_accepted_and_the_answer_names_our_certificate()
    {
        var vector = AlipayVectors.Request("cert mode");
        using var response = await world.Client.PostAsync(
            $"/gateway.do?{AlipayVectors.Text(vector, "http", "query")}",
            GatewayCaller.Form(AlipayVectors.Text(vector, "http", "body")));

        var answer = await SignedAnswer.ReadAsync(response);

        answer["sub_code"].ShouldBe("BILL_NOT_EXIST");
        JsonElement.Parse(answer.Raw).EnumerateObject().Select(static p => p.Name).ShouldBe(
        [
            "alipay_data_dataservice_bill_downloadurl_query_response", "sign", "alipay_cert_sn",
        ]);
        Number(answer).ShouldBe(certificates.AlipaySn);
        answer.Genuine.ShouldBe(true);
    }

    [Fact]
    public async Task The_number_may_stand_before_the_signature()
    {
        await using var other = await StartAsync(certificates with { NumberBeforeSign = true });

        var answer = await AskAsync(other, Download, certificates.AlipaySn);

        JsonElement.Parse(answer.Raw).EnumerateObject().Select(static p => p.Name)
            .Skip(1).ShouldBe(["alipay_cert_sn", "sign"]);
        answer.Genuine.ShouldBe(true);
    }

    [Theory]
    [InlineData("app_cert_sn", "", "isv.missing-app-cert-sn")]
    [InlineData("alipay_root_cert_sn", "", "isv.missing-alipay-root-cert-sn")]
    [InlineData("app_cert_sn", "0123456789abcdef0123456789abcdef", "isv.invalid-parameter")]
    [InlineData("alipay_root_cert_sn", "0123456789abcdef", "isv.invalid-parameter")]
    public async Task A_certificate_that_is_not_named_rightly_is_refused(
        string name, string value, string subCode)
    {
        var call = Call(world, Download, "any");
        using var response = await (value.Length == 0
            ? call.Without(name)
            : call.With(name, value)).SendAsync();

        (await SignedAnswer.ReadAsync(response))["sub_code"].ShouldBe(subCode);
    }

    [Fact]
    public async Task Our_certificate_is_given_by_its_number()
    {
        var answer = await AskAsync(world, Download, certificates.AlipaySn);

        var pem = Encoding.ASCII.GetString(
            Convert.FromBase64String(answer["alipay_cert_content"]));
        using var certificate = X509Certificate2.CreateFromPem(pem);
        using var gateway = RSA.Create();
        gateway.ImportFromPem(AlipayVectors.GatewayPublicKey);
        certificate.GetRSAPublicKey()!.ExportSubjectPublicKeyInfo()
            .ShouldBe(gateway.ExportSubjectPublicKeyInfo());
    }

    [Fact]
    public async Task A_certificate_nobody_has_is_not_given()
        => (await AskAsync(world, Download, "0123456789abcdef"))["sub_code"]
            .ShouldBe("isv.invalid-parameter");

    [Theory]
    [InlineData("app")]
    [InlineData("alipay")]
    [InlineData("alipay_with_intermediate")]
    public void A_golden_certificate_has_its_golden_number(string name)
    {
        using var certificate = X509Certificate2.CreateFromPem(
            AlipayVectors.Text(AlipayVectors.Certificates, name, "pem"));

        CertificateNumber.Of(certificate)
            .ShouldBe(AlipayVectors.Text(AlipayVectors.Certificates, name, "sn"));
    }

    [Fact]
    public void The_golden_roots_have_their_golden_number()
        => CertificateNumber.OfRoots(
                AlipayVectors.Text(AlipayVectors.Certificates, "roots", "pem"))
            .ShouldBe(Golden("alipay_root_cert_sn"));

    [Fact]
    public void A_serial_number_is_never_below_zero()
    {
        using var issuer = RSA.Create(2048);
        using var certificate = new CertificateRequest(
                "CN=Own, C=CN", issuer, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .Create(
                new X500DistinguishedName("CN=Root, OU=Pay, O=Sandbox, C=CN"),
                X509SignatureGenerator.CreateForRSA(issuer, RSASignaturePadding.Pkcs1),
                AlipayVectors.Moment, AlipayVectors.Moment.AddDays(1), [0x80, 0x01]);

        // md5sum of "CN=Root,OU=Pay,O=Sandbox,C=CN32769"
        CertificateNumber.Of(certificate).ShouldBe("5fc5119c5ec86ea4427aca23cb3c70f7");
    }

    [Fact]
    public void A_bundles_number_leaves_out_what_is_not_RSA()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = new CertificateRequest("CN=Curve", curve, HashAlgorithmName.SHA256)
            .CreateSelfSigned(AlipayVectors.Moment, AlipayVectors.Moment.AddDays(1));
        var (first, second) = (
            CertificateOf(AlipayVectors.GatewayPrivateKey),
            CertificateOf(AlipayVectors.ApplicationPrivateKey));

        var found = AlipayCertificates.Of(
            second, $"{first}\n{other.ExportCertificatePem()}\n{second}", first);

        found.RootSn.ShouldBe($"{found.AlipaySn}_{found.ApplicationSn}");
    }

    private static string Golden(string name)
        => AlipayVectors.Text(AlipayVectors.Request("cert mode"), "params_before_sign", name);

    private static string CertificateOf(string key)
    {
        using var rsa = RsaText.Private(key);
        using var certificate = new CertificateRequest(
                "CN=Alipay, O=Sandbox, C=CN", rsa, HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(AlipayVectors.Moment, AlipayVectors.Moment.AddDays(1));
        return certificate.ExportCertificatePem();
    }

    private static Task<AlipayWorld> StartAsync(AlipayCertificates certificates)
        => AlipayWorld.StartAsync(o => o with
        {
            Applications = [o.Applications[0] with { Certificates = certificates }],
        });

    private static GatewayCaller Call(AlipayWorld world, string method, string number)
        => world.Call(method, $$"""{"alipay_cert_sn":"{{number}}"}""")
            .With("app_cert_sn", Golden("app_cert_sn"))
            .With("alipay_root_cert_sn", Golden("alipay_root_cert_sn"));

    private static async Task<SignedAnswer> AskAsync(
        AlipayWorld world, string method, string number)
    {
        using var response = await Call(world, method, number).SendAsync();
        return await SignedAnswer.ReadAsync(response);
    }

    private static string Number(SignedAnswer answer)
        => JsonElement.Parse(answer.Raw).GetProperty("alipay_cert_sn").GetString()!;
}
