using PayFunctions.Channels;
using PayFunctions.Identity;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Identity;

public sealed class IdentityKeyTests
{
    private static readonly IdentityKey Key = new(new byte[32]);
    private static readonly IdentityKey Other = new([1, .. new byte[31]]);

    [Fact]
    public void A_person_is_the_same_for_an_application_and_another_for_another_one()
    {
        var digests = Key.Of("shop", Of());

        digests.ShouldBe(Key.Of("shop", Of()));
        Key.Of("other", Of()).All.ShouldNotBe(digests.All);
        Other.Of("shop", Of()).All.ShouldNotBe(digests.All);
        Key.Of("shop", Of(("name", "李四"))).All.ShouldNotBe(digests.All);
        Key.Of("shop", Of(("mobile", "13800000000"))).All.ShouldNotBe(digests.All);
        new[] { digests.All, digests.Name, digests.CertificateNo, digests.CardNo }
            .ShouldBeUnique();
        digests.ToString().ShouldNotContain("110101199003070011");
    }

    [Fact]
    public void The_same_digits_as_another_member_are_another_hash()
        => Key.Of("shop", Person.CardNo, "110101199003070011")
            .ShouldNotBe(Key.Of("shop", Person.CertificateNo, "110101199003070011"));

    [Fact]
    public void An_id_is_the_same_each_time_and_needs_the_key()
    {
        Key.IdOf("shop", "V-1").ShouldBe(Key.IdOf("shop", "V-1"));
        Key.IdOf("shop", "V-1").ShouldNotBe(Other.IdOf("shop", "V-1"));
        Key.IdOf("shop", "V-1").ShouldNotBe(Key.IdOf("other", "V-1"));
        Key.IdOf("shop", "V-1").ShouldNotBe(OrderId.Of("shop", "V-1"));
    }

    [Fact]
    public void A_seal_is_for_one_channel_account_and_try()
    {
        var number = new ChannelOrderNo(OrderId.Of("shop", "V-1"), 1);
        var seal = Key.SealOf("abc", "main", number);

        seal.Length.ShouldBe(IdentityKey.SealLength);
        Key.IsSeal(seal, "abc", "main", number).ShouldBeTrue();
        Key.IsSeal(seal, "alipay", "main", number).ShouldBeFalse();
        Key.IsSeal(seal, "abc", "second", number).ShouldBeFalse();
        Key.IsSeal(seal, "abc", "main", number with { Attempt = 2 }).ShouldBeFalse();
        Key.IsSeal(seal.ToUpperInvariant(), "abc", "main", number).ShouldBeFalse();
        Key.IsSeal("", "abc", "main", number).ShouldBeFalse();
        Other.IsSeal(seal, "abc", "main", number).ShouldBeFalse();
    }

    [Theory]
    [InlineData("name", "张 三", null)]
    [InlineData("name", " 张三", "name")]
    [InlineData("name", "a\nb", "name")]
    [InlineData("name", "1234567890123456789012345678901", "name")]
    [InlineData("certificate_no", "11010119900307001X", null)]
    [InlineData("certificate_no", "110101900307001", null)]
    [InlineData("certificate_no", "11010119900307001x", "certificate_no")]
    [InlineData("certificate_no", "1101011990030700", "certificate_no")]
    [InlineData("certificate_no", "1101011990030700\"1", "certificate_no")]
    [InlineData("certificate_kind", "passport", "certificate_kind")]
    [InlineData("card_no", "12345", "card_no")]
    [InlineData("card_no", "622848000000000000011", "card_no")]
    [InlineData("mobile", "1380000000", "mobile")]
    [InlineData("mobile", "1380000000a", "mobile")]
    public void What_is_said_of_a_person_has_a_form(string member, string value, string? wrong)
    {
        var (person, found) = Person.Of(Fields((member, value)));

        (person is null).ShouldBe(wrong is not null);
        found.ShouldBe(wrong ?? "");
    }

    [Fact]
    public void A_person_has_no_readable_text()
        => $"{Of()}".ShouldBe("***");

    private static Person Of(params (string Name, string Value)[] changes)
        => Person.Of(Fields(changes)).Person.ShouldNotBeNull();

    private static Dictionary<string, string> Fields(params (string Name, string Value)[] changes)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = "张三",
            ["certificate_no"] = "110101199003070011",
            ["card_no"] = "6228480000000000001",
        };
        foreach (var (name, value) in changes)
        {
            fields[name] = value;
        }

        return fields;
    }
}
