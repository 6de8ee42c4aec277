using FsCheck;
using FsCheck.Fluent;
using PayFunctions.Net;

namespace PayFunctions.Tests.Net;

public sealed class UrlRulesTests
{
    [Theory]
    [InlineData("https://shop.example.com/notify")]
    [InlineData("https://shop.example.com")]
    [InlineData("https://shop.example.com?order=1")]
    [InlineData("HTTPS://Shop.Example.COM/Notify")]
    [InlineData("https://shop.example.com:443/notify")]
    [InlineData("https://shop.example.com:8443/notify?a=1&b=%E4%BB%98")]
    [InlineData("https://shop.example.com:65535/")]
    [InlineData("https://xn--fiq228c.example/notify")]
    [InlineData("https://a-b.c--d.example/")]
    [InlineData("https://1.example.com/")]
    [InlineData("https://10.0.0.1.example.com/")]
    [InlineData("https://0x7f.example/")]
    [InlineData("https://47.96.10.20/notify")]
    [InlineData("https://47.96.10.20:8443/notify")]
    [InlineData("https://[2400:3200::1]/notify")]
    [InlineData("https://[2400:3200:0:0:0:0:0:1]:8443/notify")]
    [InlineData("https://shop.example.com/a@b:c/;d=1,2!$'()*+~._-")]
    [InlineData("https://shop.example.com/?to=http://other.example/")]
    [InlineData("https://localhost.example.com/")]
    [InlineData("https://notlocalhost.example/")]
    public void A_plain_public_url_is_accepted(string text)
    {
        var check = Check(text);

        check.Verdict.ShouldBe(UrlVerdict.Accepted);
        check.Url.ShouldNotBeNull().OriginalString.ShouldBe(text);
    }

    [Theory]
    [MemberData(nameof(UrlCorpus.Texts), MemberType = typeof(UrlCorpus))]
    [MemberData(nameof(UrlCorpus.OtherScripts), MemberType = typeof(UrlCorpus))]
    [MemberData(nameof(UrlCorpus.Schemes), MemberType = typeof(UrlCorpus))]
    [MemberData(nameof(UrlCorpus.UserInformation), MemberType = typeof(UrlCorpus))]
    [MemberData(nameof(UrlCorpus.Hosts), MemberType = typeof(UrlCorpus))]
    [MemberData(nameof(UrlCorpus.Ipv4Forms), MemberType = typeof(UrlCorpus))]
    [MemberData(nameof(UrlCorpus.LocalNames), MemberType = typeof(UrlCorpus))]
    [MemberData(nameof(UrlCorpus.Ports), MemberType = typeof(UrlCorpus))]
    public void A_url_that_should_not_be_called_is_refused_by_name(string text, object expected)
    {
        var check = Check(text);

        check.Verdict.ShouldBe(expected);
        check.Url.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(UrlCorpus.Addresses), MemberType = typeof(UrlCorpus))]
    public void A_host_that_is_no_public_address_is_refused_with_its_kind(
        string host, object expected)
    {
        var check = Check($"https://{host}/notify");

        check.Verdict.ShouldBe(UrlVerdict.AddressRefused);
        check.Address.ShouldBe(expected);
    }

    [Fact]
    public void No_url_at_all_is_missing()
    {
        Check(null).Verdict.ShouldBe(UrlVerdict.Missing);
        Check(string.Empty).Verdict.ShouldBe(UrlVerdict.Missing);
    }

    [Fact]
    public void A_url_has_256_characters_at_most()
    {
        const string start = "https://shop.example.com/";
        var longest = start + new string('a', UrlRules.LengthMax - start.Length);

        Check(longest).Verdict.ShouldBe(UrlVerdict.Accepted);
        Check(longest + "a").Verdict.ShouldBe(UrlVerdict.TooLong);
    }

    [Fact]
    public void Http_is_for_applications_that_allow_it()
    {
        const string text = "http://shop.example.com/notify";

        UrlRules.Check(text, UrlSchemes.HttpsOnly, NetworkList.None).Verdict
            .ShouldBe(UrlVerdict.HttpNotAllowed);
        UrlRules.Check(text, UrlSchemes.HttpToo, NetworkList.None).Verdict
            .ShouldBe(UrlVerdict.Accepted);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080/notify", UrlVerdict.Accepted)]
    [InlineData("http://localhost:8080/notify", UrlVerdict.Accepted)]
    [InlineData("http://shop.localhost/notify", UrlVerdict.Accepted)]
    [InlineData("http://shop:8080/notify", UrlVerdict.Accepted)]
    [InlineData("http://[::1]/notify", UrlVerdict.AddressRefused)]
    [InlineData("http://[::ffff:127.0.0.1]/notify", UrlVerdict.AddressRefused)]
    [InlineData("http://10.0.0.1/notify", UrlVerdict.AddressRefused)]
    [InlineData("http://127.1/notify", UrlVerdict.HostNumeric)]
    [InlineData("http://2130706433/notify", UrlVerdict.HostNumeric)]
    [InlineData("http://127.0.0.1:6379/notify", UrlVerdict.PortRefused)]
    public void A_list_with_loopback_opens_it_in_its_plain_form(string text, object expected)
    {
        var allowed = NetworkList.Parse(["127.0.0.0/8"]).ShouldNotBeNull();

        UrlRules.Check(text, UrlSchemes.HttpToo, allowed).Verdict.ShouldBe(expected);
    }

    [Fact]
    public void A_list_without_loopback_leaves_local_names_closed()
    {
        var allowed = NetworkList.Parse(["10.0.0.0/8"]).ShouldNotBeNull();

        UrlRules.Check("https://localhost/", UrlSchemes.HttpsOnly, allowed).Verdict
            .ShouldBe(UrlVerdict.HostLocal);
        UrlRules.Check("https://shop/", UrlSchemes.HttpsOnly, allowed).Verdict
            .ShouldBe(UrlVerdict.Accepted);
    }

    [Fact]
    public void Every_verdict_has_a_sentence_of_its_own()
    {
        var sentences = Enum.GetValues<UrlVerdict>().Select(one => one.Sentence()).ToList();

        sentences.Distinct(StringComparer.Ordinal).Count().ShouldBe(sentences.Count);
        sentences.ShouldAllBe(one => one.EndsWith('.') && one.StartsWith("The URL"));
    }

    [Fact]
    public void Any_text_gets_a_verdict()
    {
        var hosts = Gen.ArrayOf(Gen.Elements("09azxX.-:@[]/%?#\\\u3002\uff11\u2460 \t".ToArray()));

        Prop.ForAll(hosts.ToArbitrary(), static host =>
        {
            var check = Check($"https://{new string(host)}");
            var isAccepted = check.Verdict == UrlVerdict.Accepted;
            var hasUrl = check.Url is not null;
            return isAccepted == hasUrl;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_dotted_host_and_its_address_get_the_same_verdict()
    {
        var four = Gen.Choose(0, 255).ArrayOf(4);

        Prop.ForAll(four.ToArbitrary(), static parts =>
        {
            var text = string.Join('.', parts);
            var address = AddressRules.Check(
                System.Net.IPAddress.Parse(text), NetworkList.None);
            var isAccepted = Check($"https://{text}/").Verdict == UrlVerdict.Accepted;
            return isAccepted == address.MayBeCalled();
        }).QuickCheckThrowOnFailure();
    }

    private static UrlCheck Check(string? text)
        => UrlRules.Check(text, UrlSchemes.HttpsOnly, NetworkList.None);
}
