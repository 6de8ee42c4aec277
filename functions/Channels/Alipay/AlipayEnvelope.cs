namespace PayFunctions.Channels.Alipay;

/// <summary>
/// An answer cut into the raw text that was signed and its signature. Only matches quotes and
/// brackets: nothing is parsed, because nothing is trusted yet.
/// </summary>
/// <param name="Signed">The root's value, exactly as it came (a string with its quotes).</param>
/// <param name="Sign">The signature, or null.</param>
/// <param name="IsGatewayError">Whether the root is <c>error_response</c>.</param>
/// <param name="CertificateNumber">Which certificate's key signed, or null.</param>
internal sealed record AlipayEnvelope(
    string Signed, string? Sign, bool IsGatewayError, string? CertificateNumber = null)
{
    /// <summary>The deepest nesting.</summary>
    public const int DepthMax = 16;

    private const int NamesMax = 8;
    private const string CertificateName = "alipay_cert_sn";

    /// <summary>Cuts an answer; null when it is not one object with one such root.</summary>
    public static AlipayEnvelope? Cut(string text, string root)
    {
        var at = SkipBlanks(text, 0);
        if (at == text.Length || text[at++] != '{')
        {
            return null;
        }

        Dictionary<string, string> values = new(StringComparer.Ordinal);
        while (TryMember(text, ref at, values))
        {
            at = SkipBlanks(text, at);
            var mark = at < text.Length ? text[at++] : '\0';
            if (mark == '}')
            {
                return SkipBlanks(text, at) == text.Length ? Of(values, root) : null;
            }

            if (mark != ',')
            {
                return null;
            }
        }

        return null;
    }

    private static AlipayEnvelope? Of(Dictionary<string, string> values, string root)
    {
        var isRoot = values.TryGetValue(root, out var signed);
        var isError = values.TryGetValue(AlipayMethod.ErrorRoot, out var error);
        if (isRoot == isError)
        {
            return null;
        }

        // A signature is base64 and has no escapes, but \/ is seen in genuine answers.
        var sign = TextOf(values, AlipaySignature.Parameter)
            ?.Replace("\\/", "/", StringComparison.Ordinal);
        return new AlipayEnvelope(
            signed ?? error!, sign, isError, TextOf(values, CertificateName));
    }

    private static string? TextOf(Dictionary<string, string> values, string name)
        => values.GetValueOrDefault(name) is ['"', .., '"'] quoted ? quoted[1..^1] : null;

    private static bool TryMember(string text, ref int at, Dictionary<string, string> values)
    {
        var nameStart = at = SkipBlanks(text, at);
        if (!TrySkipString(text, ref at))
        {
            return false;
        }

        var name = text[(nameStart + 1)..(at - 1)];
        at = SkipBlanks(text, at);
        if (name.Contains('\\', StringComparison.Ordinal)  // an escaped name could be a second root
            || at == text.Length || text[at++] != ':')
        {
            return false;
        }

        var valueStart = at = SkipBlanks(text, at);
        return TrySkipValue(text, ref at)
            && values.Count < NamesMax
            && values.TryAdd(name, text[valueStart..at]);
    }

    private static bool TrySkipValue(string text, ref int at)
    {
        var depth = 0;
        while (at < text.Length)
        {
            switch (text[at])
            {
                case '"':
                    if (!TrySkipString(text, ref at))
                    {
                        return false;
                    }

                    break;
                case '{' or '[':
                    at++;
                    if (++depth > DepthMax)
                    {
                        return false;
                    }

                    break;
                case '}' or ']' when depth > 0:
                    at++;
                    depth--;
                    break;
                default:
                    if (depth == 0)
                    {
                        return false;  // a number or a word: no root and no signature is one
                    }

                    at++;
                    break;
            }

            if (depth == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool TrySkipString(string text, ref int at)
    {
        if (at == text.Length || text[at] != '"')
        {
            return false;
        }

        for (at++; at < text.Length; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (text[at] == '"')
            {
                at++;
                return true;
            }
        }

        at = text.Length;
        return false;
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r' or '\n')
        {
            at++;
        }

        return at;
    }
}
