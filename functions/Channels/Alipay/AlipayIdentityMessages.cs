using System.Buffers;
using System.Text;
using System.Text.Json;

namespace PayFunctions.Channels.Alipay;

/// <summary>What we say to Alipay about persons: parameters, not signed yet.</summary>
internal static class AlipayIdentityMessages
{
    /// <summary>The kinds of documents that Alipay knows.</summary>
    public static readonly string[] Certificates =
    [
        Person.IdentityCard, "HOME_VISIT_PERMIT_HK_MC", "HOME_VISIT_PERMIT_TAIWAN",
        "RESIDENCE_PERMIT_HK_MC", "RESIDENCE_PERMIT_TAIWAN",
    ];

    /// <summary>Begins a check.</summary>
    public static List<KeyValuePair<string, string>> Initialize(
        AlipayAccount account, IdentityRequest request, Person person, DateTimeOffset now)
        => AlipayMessages.Build(account, AlipayMethod.IdentityInitialize, now, json =>
        {
            json.WriteString("outer_order_no", request.Number.ToString());
            json.WriteString("biz_code", account.Identity.Scene);
            Write(json, account, "identity_param", inner =>
            {
                inner.WriteString("identity_type", "CERT_INFO");
                inner.WriteString("cert_type", person.Reveal(Person.CertificateKind));
                inner.WriteString("cert_name", person.Reveal(Person.Name));
                inner.WriteString("cert_no", person.Reveal(Person.CertificateNo));
                if (person.Has(Person.Mobile))
                {
                    inner.WriteString("phone_no", person.Reveal(Person.Mobile));
                }
            });
            Write(
                json, account, "merchant_config",
                inner => inner.WriteString("return_url", request.ReturnUrl.AbsoluteUri));
        });

    /// <summary>Opens the page.</summary>
    public static List<KeyValuePair<string, string>> Certify(
        AlipayAccount account, IdentityPage page)
        => AlipayMessages.Build(
            account, AlipayMethod.IdentityCertify, page.Now,
            json => json.WriteString("certify_id", page.Reference));

    /// <summary>Asks what came of it.</summary>
    public static List<KeyValuePair<string, string>> Query(
        AlipayAccount account, IdentityPage page)
        => AlipayMessages.Build(
            account, AlipayMethod.IdentityQuery, page.Now,
            json => json.WriteString("certify_id", page.Reference));

    private static void Write(
        Utf8JsonWriter json, AlipayAccount account, string name, Action<Utf8JsonWriter> content)
    {
        if (!account.Identity.SaysTexts)
        {
            json.WriteStartObject(name);
            content(json);
            json.WriteEndObject();
            return;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var inner = new Utf8JsonWriter(buffer, new JsonWriterOptions
        {
            Encoder = account.Charset.Json,
        }))
        {
            inner.WriteStartObject();
            content(inner);
            inner.WriteEndObject();
        }

        json.WriteString(name, Encoding.UTF8.GetString(buffer.WrittenSpan));
    }
}
