using System.Security.Cryptography;
using System.Text;

namespace PayFunctions.Tests.Sandbox.Abc;

public sealed class HoldTests : WorldTests
{
    [Fact]
    public async Task An_amount_is_held_and_confirmed_once()
    {
        await HoldAsync();

        var answer = await World.SayAsync(EndOf("Confirm", "P1", "80.00"));

        answer.Code.ShouldBe("0000", answer.Text);
        (answer["OrderNo"], answer["OriginalOrderNo"], answer["OrderAmount"], answer["HostDate"])
            .ShouldBe(("P1", "T1", "80.00", "2026/01/02"));
        answer["VouchNo"].ShouldMatch(@"\A[0-9]{6}\z");
        (await World.StatusAsync("T1", "PreAuthPay")).ShouldBe("07");
        (await World.SayAsync(EndOf("Confirm", "P1", "80.00"))).Code.ShouldBe("0000");
        (await World.SayAsync(EndOf("Confirm", "P1", "80.01"))).Code.ShouldBe("2308");
        (await World.SayAsync(EndOf("Confirm", "P2", "1.00"))).Code.ShouldBe("2306");
        (await World.SayAsync(EndOf("Cancel", "P2", "88.88"))).Code.ShouldBe("2306");
    }

    [Fact]
    public async Task An_amount_is_held_and_let_go_as_a_whole()
    {
        await HoldAsync();

        (await World.SayAsync(EndOf("Cancel", "P1", "1.00"))).Code.ShouldBe("2309");
        (await World.SayAsync(EndOf("Cancel", "P1", "88.88"))).Code.ShouldBe("0000");
        (await World.StatusAsync("T1", "PreAuthPay")).ShouldBe("00");
    }

    [Fact]
    public async Task No_more_is_confirmed_than_was_authorised_and_nothing_before()
    {
        await World.SayAsync(World.PayReq().Replace(
            "ImmediatePay", "PreAuthPay", StringComparison.Ordinal));

        (await World.SayAsync(EndOf("Confirm", "P1", "1.00"))).Code.ShouldBe("2306");
        await World.PayAsync();
        (await World.SayAsync(EndOf("Confirm", "P1", "88.89"))).Code.ShouldBe("2309");
    }

    [Fact]
    public async Task A_hold_is_no_payment_and_a_payment_no_hold()
    {
        await HoldAsync();
        await World.OpenAsync("T2");
        await World.PayAsync("T2");

        (await World.SayAsync(AbcWorld.Query("T1"))).Code.ShouldBe("2307");
        (await World.SayAsync(AbcWorld.Refund("R1", "1.00"))).Code.ShouldBe("2307");
        (await World.SayAsync(EndOf("Confirm", "P1", "1.00", "T2"))).Code.ShouldBe("2307");
    }

    [Theory]
    [InlineData(false, "P1", "0000")]
    [InlineData(false, "T1", "2307")]
    [InlineData(true, "T1", "0000")]
    [InlineData(true, "P1", "2307")]
    public async Task What_was_confirmed_is_refunded_by_one_of_its_numbers(
        bool byHold, string number, string code)
    {
        await RenewAsync(o => o with { RefundsConfirmationsByHold = byHold });
        await HoldAsync();
        await World.SayAsync(EndOf("Confirm", "P1", "80.00"));

        (await World.SayAsync(AbcWorld.Refund("R1", "80.00", number))).Code.ShouldBe(code);
        (await World.SayAsync(AbcWorld.Refund("R2", "0.01", number))).Code.ShouldNotBe("0000");
    }

    [Theory]
    [InlineData("\"Confirm\"", "\"Undo\"", "OperateType")]
    [InlineData("2026/01/02", "20260102", "OrderDate")]
    [InlineData("\"156\"", "\"840\"", "CurrencyCode")]
    [InlineData("80.00", "0.00", "OrderAmount")]
    [InlineData("\"P1\"", "\"\"", "OrderNo")]
    public async Task A_wrong_field_is_named(string what, string by, string field)
    {
        await HoldAsync();

        var answer = await World.SayAsync(EndOf("Confirm", "P1", "80.00").Replace(
            what, by, StringComparison.Ordinal));

        (answer.Code, answer["ErrorMessage"].Contains(field, StringComparison.Ordinal))
            .ShouldBe(("2001", true));
    }

    [Theory]
    [InlineData("PayReq pre-authorisation")]
    [InlineData("PreAuthCancelConfirm cancel")]
    public async Task The_vectors_signatures_are_taken(string name)
    {
        var vector = AbcVectors.Requests.GetProperty("vectors").EnumerateArray()
            .Single(v => v.GetProperty("name").GetString() == name);
        var text = vector.GetProperty("signed_text").GetString()!;
        var isSigned = AbcVectors.Merchant.VerifyData(
            Encoding.UTF8.GetBytes(text),
            Convert.FromBase64String(vector.GetProperty("signature").GetString()!),
            HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);

        var answer = await World.SayAsync(
            Encoding.UTF8.GetBytes(vector.GetProperty("http_body").GetString()!));

        isSigned.ShouldBeTrue();
        answer.Code.ShouldBe(name.StartsWith("PayReq", StringComparison.Ordinal) ? "0000" : "2307");
    }

    private async Task HoldAsync()
    {
        (await World.SayAsync(World.PayReq().Replace(
            "ImmediatePay", "PreAuthPay", StringComparison.Ordinal))).Code.ShouldBe("0000");
        await World.PayAsync();
        (await World.StatusAsync("T1", "PreAuthPay")).ShouldBe("04");
    }

    private static string EndOf(string how, string number, string amount, string hold = "T1")
        => $$$"""
            {"TrxType":"PreAuthCancelConfirm","Order":{"OperateType":"{{{how}}}",
            "OrderDate":"2026/01/02","OrderTime":"12:00:00","OrderNo":"{{{number}}}",
            "OriginalOrderNo":"{{{hold}}}","CurrencyCode":"156","OrderAmount":"{{{amount}}}",
            "Fee":"","MerchantRemarks":""}}
            """;
}
