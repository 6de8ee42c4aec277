using System.Security.Cryptography;

namespace PayFunctions.Tests.Flows.Host;

/// <summary>
/// What an attacker may post. He may hold every genuine notification ever sent, and in the cases
/// that say so even Alipay's key: a field that is really signed and really wrong.
/// </summary>
internal static class HostileNotifications
{
    private static readonly string[] UnsignedNames = ["sign", "sign_type"];

    /// <summary>Every case.</summary>
    /// <param name="id">The order that is attacked.</param>
    /// <param name="other">Another order of the same merchant and amount.</param>
    /// <param name="keys">The keys of the world.</param>
    public static IEnumerable<HostileNotification> All(string id, string other, HostKeys keys)
    {
        var plain = AlipayNotification.Paid(id);
        var genuine = plain.Signed(keys.Alipay);
        return [
            .. Tampered(genuine),
            .. Signatures(plain, genuine, keys),
            .. Envelopes(genuine),
            .. Encodings(genuine),
            .. ReallySigned(plain, keys.Alipay),
            new("replayed for another order", genuine.With(
                "out_trade_no", Payer.ChannelNumber(other)).Form()),
            new("posted to another account", genuine.Form()) { Account = "other" },
            new("really signed for another account's seller", plain
                .With("seller_id", HostSettings.OtherSellerId).Signed(keys.Alipay).Form())
            {
                Account = "other",
            },
            new("posted to an account that is not there", genuine.Form()) { Account = "nobody" },
        ];
    }

    private static IEnumerable<HostileNotification> Tampered(AlipayNotification genuine)
    {
        foreach (var (name, value) in genuine.Fields)
        {
            var altered = value[..^1] + (value[^1] == '1' ? '2' : '1');
            yield return new($"{name} altered", genuine.With(name, altered).Form());
            yield return new($"{name} removed", genuine.Without(name).Form());
            yield return new($"{name} doubled", genuine.And(name, value).Form());
            yield return new(
                $"{name} twice, first another", $"{name}=1&{genuine.Form()}");
            if (!UnsignedNames.Contains(name))
            {
                yield return new($"{name} encoded twice", genuine.With(
                    name, "%" + ((int)value[0]).ToString("X2", null) + value[1..]).Form());
            }
        }

        yield return new("a field more", genuine.And("refund_fee", "0.01").Form());
    }

    private static IEnumerable<HostileNotification> Signatures(
        AlipayNotification plain, AlipayNotification genuine, HostKeys keys)
    {
        var sha1 = plain.Signed(keys.Alipay, HashAlgorithmName.SHA1);
        yield return new("SHA-1 that says RSA2", sha1.Form());
        yield return new("SHA-1 that says RSA", sha1.With("sign_type", "RSA").Form());
        yield return new("says RSA", genuine.With("sign_type", "RSA").Form());
        yield return new("says rsa2", genuine.With("sign_type", "rsa2").Form());
        yield return new("says none", genuine.With("sign_type", "none").Form());
        yield return new("SHA-512", plain.Signed(keys.Alipay, HashAlgorithmName.SHA512).Form());
        yield return new(
            "PSS", plain.Signed(keys.Alipay, padding: RSASignaturePadding.Pss).Form());
        yield return new("a stranger's key", plain.Signed(keys.Stranger).Form());
        yield return new("our own key", plain.Signed(keys.AlipayMain).Form());
        yield return new("the merchant's key", plain.Signed(keys.Merchant).Form());
        yield return new("an empty signature", genuine.With("sign", "").Form());
        yield return new("zeros for a signature", genuine.With(
            "sign", Convert.ToBase64String(new byte[256])).Form());
        yield return new("a signature of one byte", genuine.With("sign", "AA==").Form());
        yield return new("no base64", genuine.With("sign", new string('!', 344)).Form());
        yield return new("blanks in the signature", genuine.With(
            "sign", genuine.Fields[^1].Value.Insert(10, " ")).Form());
        yield return new("nothing signed", plain.And("sign_type", "RSA2").Form());
    }

    private static IEnumerable<HostileNotification> Envelopes(AlipayNotification genuine)
    {
        var form = genuine.Form();
        string[] types =
        [
            "application/json", "text/plain", "multipart/form-data; boundary=x", "",
            "application/x-www-form-urlencoded; charset=gbk",
            "application/x-www-form-urlencoded; charset=utf-7",
            "application/x-www-form-urlencoded; charset=iso-8859-1",
        ];
        foreach (var type in types)
        {
            yield return new($"content type '{type}'", form) { Type = type };
        }

        yield return new("charset gbk", genuine.With("charset", "gbk").Form());
        yield return new("truncated by one", form[..^1]);
        yield return new("truncated in the middle", form[..(form.Length / 2)]);
        yield return new("empty", "");
        yield return new("oversized", form + "&x=" + new string('a', 64 * 1024));
        yield return new("oversized without end of line", new string('a', 1024 * 1024));
        yield return new("an empty pair at the end", form + "&");
        yield return new("JSON", "{\"out_trade_no\":\"1\"}");
        yield return new("too many fields", form + string.Concat(
            Enumerable.Range(0, 200).Select(static n => $"&f{n}=1")));
    }

    private static IEnumerable<HostileNotification> Encodings(AlipayNotification genuine)
    {
        var form = genuine.Form();
        yield return new("a NUL inside", form + "&x=a\0b");
        yield return new("raw bytes", form + "&x=\u00e8\u008c\u00b6");
        yield return new("no UTF-8", form + "&x=%C0%AF");
        yield return new("half an escape", form + "&x=%4");
        yield return new("a wrong escape", form + "&x=%zz");
        yield return new("a name without a value", form + "&x");
        yield return new("a value without a name", form + "&=x");
        yield return new("separated by semicolons", form.Replace('&', ';'));
        yield return new("a line break at the end", form + "\r\n");
        yield return new("a name in brackets", form.Replace(
            "total_amount=", "total_amount[]=", StringComparison.Ordinal));
        yield return new("a name in capitals", form.Replace(
            "trade_status=", "TRADE_STATUS=", StringComparison.Ordinal));
    }

    private static IEnumerable<HostileNotification> ReallySigned(
        AlipayNotification plain, RSA alipay)
    {
        (string Field, string[] Values)[] wrong =
        [
            ("total_amount",
            [
                "12.33", "12.35", "1234", "12.340", "012.34", "+12.34", "-12.34", "12,34",
                "1.234e1", " 12.34", "12.34 ", "0x0C.22", "１２.34", "1,2.34", "12.34.0", "NaN",
                "99999999999.00", ".34", "12.", "0.00",
            ]),
            ("trade_status", ["PAID", "trade_success", "SUCCESS", "TRADE_SUCCESS "]),
            ("app_id", ["2021000000000002", "2021000000000001 "]),
            ("seller_id", [HostSettings.OtherSellerId, "2088000000000000"]),
            ("out_trade_no",
            [
                plain.Fields.First(static f => f.Key is "out_trade_no").Value[..26] + "02",
                plain.Fields.First(static f => f.Key is "out_trade_no").Value[..26] + "00",
                plain.Fields.First(static f => f.Key is "out_trade_no").Value[..26],
                new string('0', 26) + "01",
                "shop-order-1",
            ]),
            ("trade_no", ["1 2", "a/b", new string('1', 65)]),
            ("gmt_payment", ["2026-02-30 00:00:00", "2026-11-24T00:00:00Z", "yesterday"]),
            ("charset", ["GB18030", "utf-16"]),
        ];
        foreach (var (field, values) in wrong)
        {
            yield return new($"signed without {field}", plain.Without(field).Signed(alipay).Form());
            foreach (var value in values)
            {
                yield return new(
                    $"signed with {field} '{value}'",
                    plain.With(field, value).Signed(alipay).Form());
            }
        }
    }
}
