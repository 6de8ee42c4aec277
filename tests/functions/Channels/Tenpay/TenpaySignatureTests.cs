using System.Globalization;
using System.Text;
using PayFunctions.Channels.Tenpay;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Tests.Channels.Tenpay;

public sealed class TenpaySignatureTests : IDisposable
{
    private readonly TenpayBench bench = new();

    public static TheoryData<string> Vectors => TenpayVectors.Names;

    public static TheoryData<string, string> VectorsInCultures
        => [.. TenpayVectors.Names.SelectMany(static n => new[]
        {
            (n.Data, "tr-TR"), (n.Data, "zh-CN"),
        })];

    public void Dispose() => bench.Dispose();

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Every_vector_is_signed_letter_by_letter(string name)
    {
        var (account, charset, fields, sign) = Vector(name);

        var signed = TenpaySignature.Sign(account, fields, charset);

        signed[^1].ShouldBe(new KeyValuePair<string, string>("sign", sign));
        signed.ShouldAllBe(static p => p.Value.Length > 0);
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Every_vector_verifies_as_a_form_in_any_order(string name)
    {
        var (account, charset, fields, sign) = Vector(name);
        fields.Insert(0, new("sign", sign));
        fields.Reverse(1, fields.Count - 1);

        var form = Form(fields, charset);

        TenpaySignature.Verifies(account, form).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Every_vector_verifies_as_a_document_in_any_order(string name)
    {
        var (account, charset, fields, sign) = Vector(name);
        fields.Reverse();

        var document = Document([.. fields, new("sign", sign.ToLowerInvariant())]);

        TenpaySignature.Verifies(account, document, charset).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(VectorsInCultures))]
    public void No_culture_changes_a_signature(string name, string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Every_vector_is_signed_letter_by_letter(name);
            Every_vector_verifies_as_a_form_in_any_order(name);
            Every_vector_verifies_as_a_document_in_any_order(name);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_first_vector_travels_as_its_query()
    {
        var vector = TenpayVectors.Named("T1");
        var fields = TenpayVectors.Fields(vector).Where(static f => f.Value.Length > 0);

        var query = FormPairs.Write(
            fields.OrderBy(static f => f.Key, StringComparer.Ordinal), TextCharset.Gbk.Encoding);

        query.ShouldBe(TenpayVectors.Text(vector, "query"));
    }

    [Fact]
    public void Upper_case_names_come_before_lower_case_ones()
    {
        List<KeyValuePair<string, string>> fields = [new("b", "1"), new("A", "2"), new("a", "3")];

        var signed = TenpaySignature.Sign(
            bench.Account(TenpayBench.Open), fields, TextCharset.Utf8);

        signed[^1].Value.ShouldBe(
            Said.Md5(Encoding.UTF8.GetBytes($"A=2&a=3&b=1&key={TenpayVectors.OpenKey}")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("7FCBD1B018D2515308C9824BE8901DE")]
    [InlineData("7FCBD1B018D2515308C9824BE8901DEB0")]
    [InlineData("7FCBD1B018D2515308C9824BE8901DEG")]
    [InlineData("8FCBD1B018D2515308C9824BE8901DEB")]
    [InlineData("7FCBD1B018D2515308C9824BE8901DEA")]
    public void Any_other_signature_is_wrong(string sign)
    {
        var (account, charset, fields, _) = Vector("T6");
        fields.Add(new("sign", sign));

        TenpaySignature.Verifies(account, Form(fields, charset)).ShouldBeFalse();
        TenpaySignature.Verifies(account, Document(fields), charset).ShouldBeFalse();
    }

    [Fact]
    public void The_secret_has_no_readable_text()
    {
        object account = bench.Account(TenpayBench.Gateway);

        Convert.ToString(account, CultureInfo.InvariantCulture).ShouldNotBeNull()
            .ShouldNotContain(TenpayVectors.GatewayKey);
    }

    private (TenpayAccount Account, TextCharset Charset,
        List<KeyValuePair<string, string>> Fields, string Sign) Vector(string name)
    {
        var vector = TenpayVectors.Named(name);
        return (
            bench.Account(TenpayVectors.Text(vector, "profile")),
            TextCharset.Of(TenpayVectors.Text(vector, "charset"))!,
            TenpayVectors.Fields(vector),
            TenpayVectors.Text(vector, "sign"));
    }

    private static FormPairs Form(
        List<KeyValuePair<string, string>> fields, TextCharset charset)
    {
        var text = Encoding.ASCII.GetBytes(FormPairs.Write(fields, charset.Encoding));
        FormPairs.TryRead(text, charset.Encoding, out var form).ShouldBeNull();
        return form;
    }

    private static FlatXml Document(List<KeyValuePair<string, string>> fields)
    {
        FlatXml.TryRead(
            Encoding.UTF8.GetBytes(Said.Xml(fields)), TextCharset.Utf8, out var document)
            .ShouldBeNull();
        return document;
    }
}
