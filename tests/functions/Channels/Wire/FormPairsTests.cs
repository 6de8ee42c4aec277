using System.Text;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Tests.Channels.Wire;

public sealed class FormPairsTests
{
    private static readonly Encoding Gbk = TextCharset.Gbk.Encoding;

    [Fact]
    public void Pairs_are_decoded_once_and_sorted_by_name()
    {
        var pairs = Read("b=%E6%B5%8B+%2526%2B&B=1&a=x=y&c=");

        pairs.Count.ShouldBe(4);
        Enumerable.Range(0, 4).Select(i => Encoding.ASCII.GetString(pairs.NameAt(i)))
            .ShouldBe(["B", "a", "b", "c"]);
        pairs.Text("b"u8).ShouldBe("测 %26+");
        pairs.Text("a"u8).ShouldBe("x=y");
        pairs.Text("c"u8).ShouldBeNull();
        pairs.Text("d"u8).ShouldBeNull();
        pairs.Has("c"u8).ShouldBeTrue();
        pairs.Has("d"u8).ShouldBeFalse();
        pairs.Find("c"u8).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Escapes_are_bytes_of_the_charset()
    {
        FormPairs.TryRead("a=%B2%E2%CA%D4"u8, Gbk, out var pairs).ShouldBeNull();

        pairs.Text("a"u8).ShouldBe("测试");
        pairs.Find("a"u8).ToArray().ShouldBe(Gbk.GetBytes("测试"));
        FormPairs.TryRead("a=%B2%E2%CA%D4"u8, TextCharset.Utf8.Encoding, out _)
            .ShouldBe(FormFault.CharsetInvalid);
        FormPairs.TryRead("a=%81"u8, Gbk, out _).ShouldBe(FormFault.CharsetInvalid);
    }

    [Theory]
    [InlineData("", FormFault.PairMalformed)]
    [InlineData("&", FormFault.PairMalformed)]
    [InlineData("a=1&", FormFault.PairMalformed)]
    [InlineData("a", FormFault.PairMalformed)]
    [InlineData("=1", FormFault.PairMalformed)]
    [InlineData("a b=1", FormFault.ByteUnexpected)]
    [InlineData("a+b=1", FormFault.NameUnexpected)]
    [InlineData("a%26=1", FormFault.NameUnexpected)]
    [InlineData("a[]=1", FormFault.NameUnexpected)]
    [InlineData("%61=1&a=2", FormFault.Duplicated)]
    [InlineData("a=1&b=2&a=", FormFault.Duplicated)]
    [InlineData("a=%", FormFault.EscapeMalformed)]
    [InlineData("a=%4", FormFault.EscapeMalformed)]
    [InlineData("a=%4g", FormFault.EscapeMalformed)]
    [InlineData("a=%%41", FormFault.EscapeMalformed)]
    [InlineData("a=%+1", FormFault.EscapeMalformed)]
    [InlineData("a=1 ", FormFault.ByteUnexpected)]
    [InlineData("a=1\n", FormFault.ByteUnexpected)]
    [InlineData("a=\u007f", FormFault.ByteUnexpected)]
    [InlineData("a=\u00e6", FormFault.ByteUnexpected)]
    [InlineData("a=%FF", FormFault.CharsetInvalid)]
    [InlineData("a=%C0%AF", FormFault.CharsetInvalid)]
    [InlineData("a=%E6&b=%B5%8B", FormFault.CharsetInvalid)]
    public void Everything_else_is_a_named_fault(string text, object fault)
        => FormPairs.TryRead(
            Encoding.Latin1.GetBytes(text), TextCharset.Utf8.Encoding, out _).ShouldBe(fault);

    [Fact]
    public void There_is_a_limit_on_pairs()
    {
        static byte[] Text(int pairs) => Encoding.ASCII.GetBytes(string.Join(
            '&', Enumerable.Range(0, pairs).Select(static i => $"f{i}=x")));

        FormPairs.TryRead(Text(FormPairs.PairsMax), Encoding.UTF8, out var most).ShouldBeNull();
        most.Count.ShouldBe(FormPairs.PairsMax);
        FormPairs.TryRead(Text(FormPairs.PairsMax + 1), Encoding.UTF8, out _)
            .ShouldBe(FormFault.TooMany);
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        List<KeyValuePair<string, string>> fields =
        [
            new("b", "测试 A+B 10% & = ~-._*'()"),
            new("a", ""),
            new("c", "https://x.example/?a=1&b=2#c"),
        ];

        foreach (var charset in (Encoding[])[TextCharset.Utf8.Encoding, Gbk])
        {
            var text = FormPairs.Write(fields, charset);

            FormPairs.TryRead(Encoding.ASCII.GetBytes(text), charset, out var pairs)
                .ShouldBeNull();
            fields.ShouldAllBe(f => (pairs.Text(Encoding.ASCII.GetBytes(f.Key)) ?? "") == f.Value);
        }

        FormPairs.Write(fields, Gbk).ShouldStartWith("b=%B2%E2%CA%D4+A%2BB+10%25+%26+%3D+~-._%2A");
    }

    private static FormPairs Read(string text)
    {
        FormPairs.TryRead(Encoding.ASCII.GetBytes(text), Encoding.UTF8, out var pairs)
            .ShouldBeNull();
        return pairs;
    }
}
