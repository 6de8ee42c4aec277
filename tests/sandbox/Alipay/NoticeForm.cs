using System.Text;

namespace PayFunctions.Tests.Sandbox.Alipay;

/// <summary>
/// A notification or return as a merchant reads it: decoded once, verified by rule V1.
/// </summary>
internal sealed record NoticeForm(
    IReadOnlyList<(string Name, string Value)> Fields, Encoding Encoding)
{
    public IEnumerable<string> Names => Fields.Select(static f => f.Name);

    public bool IsGenuine => SignedAnswer.Verify(Text, this["sign"], Encoding);

    private string Text => string.Join('&', Fields
        .Where(static f => f.Name is not ("sign" or "sign_type") && f.Value.Length > 0)
        .OrderBy(static f => f.Name, StringComparer.Ordinal)
        .Select(static f => $"{f.Name}={f.Value}"));

    public string this[string name] => Fields.SingleOrDefault(f => f.Name == name).Value ?? "";

    public static NoticeForm Parse(string form, Encoding encoding)
        => new([.. form.Split('&').Select(p => p.Split('=')).Select(
            p => (p[0], System.Web.HttpUtility.UrlDecode(p[1], encoding)))], encoding);
}
