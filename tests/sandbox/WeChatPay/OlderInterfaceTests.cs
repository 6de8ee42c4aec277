using PayFunctions.Sandbox.WeChatPay;

namespace PayFunctions.Tests.Sandbox.WeChatPay;

public sealed class OlderInterfaceTests
{
    private const long Noon = 1_767_326_400;

    public static TheoryData<string> Messages => WeChatPayVectors.OlderMessages;

    public static TheoryData<string> Hostile => WeChatPayVectors.Hostile;

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_golden_message_is_signed_so(string name)
    {
        var vector = WeChatPayVectors.OlderMessage(name);
        var fields = vector.GetProperty("params").EnumerateObject()
            .ToDictionary(
                static p => p.Name, static p => p.Value.GetString()!, StringComparer.Ordinal);

        var sign = OlderSignature.Sign(
            fields, WeChatPayVectors.Key("apiv2_key"),
            vector.GetProperty("sign_type").GetString() == OlderSignature.Hmac);

        sign.ShouldBe(vector.GetProperty("sign").GetString());
    }

    [Fact]
    public async Task A_charge_is_paid_and_the_same_with_another_signature_proves_nothing()
    {
        var xml = WeChatPayVectors.OlderMessage("micropay, MD5").GetProperty("xml").GetString()!;
        await using var world = await WeChatPayWorld.StartAsync(Noon);

        var forged = await world.PostXmlAsync(
            "/pay/micropay", xml.Replace("990", "991", StringComparison.Ordinal));
        var paid = await world.PostXmlAsync("/pay/micropay", xml);

        forged.ShouldContain("FAIL");
        forged.ShouldNotContain("<sign>");
        paid.ShouldContain("<result_code><![CDATA[SUCCESS]]></result_code>");
        paid.ShouldContain("<total_fee>");
        paid.ShouldContain("<sign>");
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Hostile_xml_is_refused(string name)
    {
        await using var world = await WeChatPayWorld.StartAsync(Noon);

        var answer = await world.PostXmlAsync(
            "/pay/micropay",
            WeChatPayVectors.HostileMessage(name).GetProperty("xml").GetString()!);

        answer.ShouldContain("FAIL");
    }
}
