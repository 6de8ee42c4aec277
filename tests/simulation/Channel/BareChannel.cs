using PayFunctions.Channels;
using PayFunctions.Tests.Simulation.Seams;

namespace PayFunctions.Tests.Simulation.Channel;

/// <summary>The adapter to a channel whose trades end by their own time only.</summary>
internal sealed class BareChannel(
    ChannelTruth truth, Seam seam, AccountBook<SimAccount> accounts)
    : SimChannel(truth, seam, accounts)
{
    /// <inheritdoc/>
    public override IReadOnlyList<ChannelProduct> Products { get; } =
    [
        new("bare_page", ProductKind.Page, "简单（网页）", "Bare, by page"),
        new("bare_code", ProductKind.Code, "简单（扫码）", "Bare, by code"),
        new("bare_till", ProductKind.Barcode, "简单（付款码）", "Bare, at a till"),
    ];
}
