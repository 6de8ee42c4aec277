using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Azure.Security.KeyVault.Keys.Wire;

/// <summary>One key's versions, page by page, until the vault names no next page.</summary>
internal sealed class KeyVersionPages(VaultPipeline pipeline, Uri first)
{
    // At 25 versions a page far more than a vault keeps; a list that never ends is refused.
    private const int PagesMax = 1_000;

    public IEnumerable<Page<KeyProperties>> Read(string from, CancellationToken cancellation)
    {
        var address = Start(from);
        for (var count = 1; address is not null; count++)
        {
            var page = pipeline.Send(Call(address), cancellation);
            yield return page.Value;
            address = Next(page.Value, count);
        }
    }

    public async IAsyncEnumerable<Page<KeyProperties>> ReadAsync(
        string from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var address = Start(from);
        for (var count = 1; address is not null; count++)
        {
            var page = await pipeline.SendAsync(Call(address), cancellation).ConfigureAwait(false);
            yield return page.Value;
            address = Next(page.Value, count);
        }
    }

    private Uri Start(string from) => from is null ? first : Followed(from);

    private Uri Next(Page<KeyProperties> page, int count)
    {
        if (string.IsNullOrEmpty(page.ContinuationToken))
        {
            return null;
        }

        return count < PagesMax
            ? Followed(page.ContinuationToken)
            : throw new InvalidOperationException(
                FormattableString.Invariant($"The vault lists more than {PagesMax} pages."));
    }

    // The token goes along: an answer must not send it to another host.
    private Uri Followed(string link)
        => Uri.TryCreate(link, UriKind.Absolute, out var next)
            && Uri.Compare(
                next, first, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped,
                StringComparison.OrdinalIgnoreCase) == 0
                ? next
                : throw new InvalidOperationException("The next page is not in the same vault.");

    private static VaultCall<Page<KeyProperties>> Call(Uri address)
        => VaultCall<Page<KeyProperties>>.Get(address, ReadPage);

    private static Page<KeyProperties> ReadPage(JsonElement json, Response response)
        => Page<KeyProperties>.FromValues(
            [.. json.GetProperty("value").EnumerateArray().Select(KeyJson.ReadItem)],
            KeyJson.Text(json, "nextLink"),
            response);
}
