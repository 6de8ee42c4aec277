namespace PayFunctions.Channels.IPayNow;

/// <summary>What an answer to WP001 opens.</summary>
internal static class IPayNowLink
{
    private const int CodeMax = 1024;
    private const int LinkMax = 8 * 1024;

    /// <summary>A page or a code, or why there is none.</summary>
    public static PageOpening Of(IPayNowAnswer answer, PageRequest request)
    {
        if (!answer.Is("mhtOrderNo"u8, request.Number.ToString()))
        {
            return new PageUnknown("the answer is not about this trade");
        }

        if (answer.Code is IPayNowCode.Failure)
        {
            return new PageRefused(answer.Said);
        }

        if (answer.Code is not IPayNowCode.Success || answer.Text("tn"u8) is not { } link)
        {
            return new PageUnknown($"no link: {answer.Said}");
        }

        return string.Equals(
            request.Attempt.Product, IPayNowProduct.Page, StringComparison.Ordinal)
                ? Page(link)
                : Code(link);
    }

    /// <summary>Some links come escaped once more than their message.</summary>
    private static PageOpening Page(string link)
        => link.Length <= LinkMax
            && Uri.TryCreate(
                IsEscaped(link) ? Uri.UnescapeDataString(link) : link, UriKind.Absolute,
                out var address)
            && address.Scheme is "https" or "http"
                ? new PageReady(new PageHandover(address, address, []))
                : new PageRefused(
                    "ipaynow answered no web address: check page_device_type, "
                    + "page_output_type and page_channel_type.");

    private static PageOpening Code(string link)
        => link.StartsWith("data:", StringComparison.OrdinalIgnoreCase)
                ? new PageRefused(
                    "ipaynow answered an image, which cannot be shown: set qr_output_type to 1.")
            : link.Length <= CodeMax && link.All(static c => c is > ' ' and <= '~')
                ? new CodeReady(link)
                : new PageRefused(
                    "ipaynow answered no code that can be shown: check qr_output_type.");

    private static bool IsEscaped(string link)
        => link.StartsWith("http%3A", StringComparison.OrdinalIgnoreCase)
            || link.StartsWith("https%3A", StringComparison.OrdinalIgnoreCase);
}
