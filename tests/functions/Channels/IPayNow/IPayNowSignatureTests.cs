using System.Globalization;
using System.Text;
using PayFunctions.Channels.IPayNow;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Tests.Channels.IPayNow;

public sealed class IPayNowSignatureTests : IDisposable
{
    private readonly IPayNowBench a = new(IPayNowProfile.A, null);
    private readonly IPayNowBench b = new(IPayNowProfile.B, null);

    public static TheoryData<string> Requests => IPayNowVectors.Names("request");

    public static TheoryData<string> Messages =>
    [
        .. IPayNowVectors.Names("answer").Select(static n => n.Data),
        .. IPayNowVectors.Names("notification").Select(static n => n.Data),
    ];

    public static TheoryData<string> Cultures => ["tr-TR", "zh-CN", "de-DE"];

    public void Dispose()
    {
        a.Dispose();
        b.Dispose();
    }

    [Fact]
    public void The_key_is_digested_before_it_signs()
        => Encoding.ASCII.GetString(a.Account.KeyDigest).ShouldBe(IPayNowVectors.KeyDigest);

    [Theory]
    [MemberData(nameof(Requests))]
    public void Every_request_is_signed_as_the_vector_says(string name)
    {
        Sign(name).ShouldBe(IPayNowVectors.Text(IPayNowVectors.Named(name), "signature"));
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void The_order_of_a_requests_fields_does_not_matter(string name)
    {
        var fields = IPayNowVectors.Fields(name);
        fields.Reverse();

        IPayNowSignature.Sign(Bench(name).Account, fields, SigningOf(name))
            .ShouldBe(IPayNowVectors.Text(IPayNowVectors.Named(name), "signature"));
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Every_message_of_ipaynow_verifies_as_the_vector_says(string name)
    {
        var signature = IPayNowVectors.Text(IPayNowVectors.Named(name), "signature");

        Verifies(name, signature).ShouldBeTrue();
        Verifies(name, signature.ToUpperInvariant()).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_signature_that_differs_anywhere_does_not_verify(string name)
    {
        var signature = IPayNowVectors.Text(IPayNowVectors.Named(name), "signature");
        for (var i = 0; i < signature.Length; i++)
        {
            var other = signature[i] == '0' ? '1' : '0';
            Verifies(name, $"{signature[..i]}{other}{signature[(i + 1)..]}").ShouldBeFalse();
        }

        Verifies(name, signature[..^1]).ShouldBeFalse();
        Verifies(name, signature + "0").ShouldBeFalse();
        Verifies(name, $"{signature[..^1]}g").ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_does_not_verify_by_the_other_profiles_rule(string name)
    {
        var signature = IPayNowVectors.Text(IPayNowVectors.Named(name), "signature");
        var other = ReferenceEquals(Bench(name), a) ? IPayNowProfile.B : IPayNowProfile.A;

        IPayNowSignature.Verifies(
            Bench(name).Account, Pairs(name, signature), IPayNowSignedFields.OfSaid(other))
            .ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void No_culture_changes_a_signature(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            foreach (var name in Requests.Select(static n => n.Data))
            {
                Sign(name).ShouldBe(
                    IPayNowVectors.Text(IPayNowVectors.Named(name), "signature"));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_golden_notification_is_written_byte_for_byte()
    {
        var vector = IPayNowVectors.Named("I4");
        var body = IPayNowVectors.Text(vector, "body");
        List<KeyValuePair<string, string>> fields =
        [
            .. IPayNowVectors.Fields("I4"),
            new("signature", IPayNowVectors.Text(vector, "signature")),
        ];

        FormPairs.TryRead(Encoding.ASCII.GetBytes(body), Encoding.UTF8, out var pairs)
            .ShouldBeNull();
        FormPairs.Write(
            fields.OrderBy(f => body.IndexOf($"&{f.Key}=", StringComparison.Ordinal)),
            Encoding.UTF8).ShouldBe(body);
        IPayNowSignature.Verifies(a.Account, pairs, IPayNowSignedFields.OldSaid).ShouldBeTrue();
    }

    private string Sign(string name)
        => IPayNowSignature.Sign(
            Bench(name).Account, IPayNowVectors.Fields(name), SigningOf(name));

    private bool Verifies(string name, string signature)
        => IPayNowSignature.Verifies(
            Bench(name).Account, Pairs(name, signature),
            IPayNowSignedFields.OfSaid(Bench(name).Account.Profile));

    private static FormPairs Pairs(string name, string signature)
    {
        var body = Said.Encode(
            [.. IPayNowVectors.Fields(name), new("signature", signature)], Encoding.UTF8);
        FormPairs.TryRead(Encoding.ASCII.GetBytes(body), Encoding.UTF8, out var pairs)
            .ShouldBeNull();
        return pairs;
    }

    private IPayNowBench Bench(string name)
        => IPayNowVectors.Text(IPayNowVectors.Named(name), "profile") == "b" ? b : a;

    // What a plug-in signs is signed like profile A's order, which has more fields to leave out.
    private IPayNowSignedFields SigningOf(string name)
        => IPayNowVectors.Text(IPayNowVectors.Named(name), "funcode") is var funcode
            && funcode == "plug-in"
                ? IPayNowSignedFields.OldOrder
                : IPayNowSignedFields.OfRequest(Bench(name).Account.Profile, funcode);
}
