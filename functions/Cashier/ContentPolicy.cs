using System.Net;

namespace PayFunctions.Cashier;

/// <summary>The Content-Security-Policy of a page: our own files, nothing inline.</summary>
internal static class ContentPolicy
{
    private const int LabelsWithSiblings = 3;

    /// <summary>The header's value.</summary>
    /// <param name="formTarget">Where the page posts a form besides ourselves, or null.</param>
    public static string Of(Uri? formTarget)
        => "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
            + $"connect-src 'self'; form-action {FormAction(formTarget)}; base-uri 'none'; "
            + "frame-ancestors 'none'";

    /// <summary>
    /// The target and the hosts beside it: browsers hold every redirect after a form against this
    /// list, and a channel's gateway sends the payer on to another of its hosts.
    /// </summary>
    private static string FormAction(Uri? target)
    {
        if (target is null)
        {
            return "'self'";
        }

        var origin = target.GetLeftPart(UriPartial.Authority);
        var labels = target.IdnHost.Split('.');
        return IPAddress.TryParse(target.Host, out _) || labels.Length < LabelsWithSiblings
            ? $"'self' {origin}"
            : $"'self' {origin} {target.Scheme}://*.{string.Join('.', labels[1..])}";
    }
}
