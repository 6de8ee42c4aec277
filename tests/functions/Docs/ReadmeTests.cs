using PayFunctions.Channels;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Docs;

public sealed class ReadmeTests
{
    [Fact]
    public void The_table_of_channels_says_what_the_code_can_do()
    {
        var readme = File.ReadAllText(RepositoryRoot.Of("README.md"));
        var expected = CapabilityTable.Markdown();

        readme.Contains(expected, StringComparison.Ordinal)
            .ShouldBeTrue($"Paste into README.md:\n{expected}");
    }

    [Fact]
    public void Every_channel_has_a_page_that_names_its_products()
    {
        foreach (var channel in CapabilityTable.Channels)
        {
            var page = File.ReadAllText(
                RepositoryRoot.Of("docs", "channels", $"{channel.Name}.md"));

            foreach (var product in channel.Products)
            {
                page.ShouldContain($"`{product.Name}`");
            }
        }
    }

    [Fact]
    public void What_a_product_needs_its_channel_can_do()
    {
        foreach (var channel in CapabilityTable.Channels)
        {
            foreach (var product in channel.Products)
            {
                var can = product.Kind switch
                {
                    ProductKind.Page => channel is IPagePayment,
                    ProductKind.Code => channel is ICodePayment,
                    ProductKind.Wallet => channel is IWalletPayment,
                    ProductKind.Capture => channel is ICaptureHold or IDebitAgreement,
                    ProductKind.KCode => channel is IKCodePayment,
                    ProductKind.Identity => channel is ICheckIdentity,
                    _ => channel is IBarcodePayment,
                };
                can.ShouldBeTrue(product.Name);
            }
        }
    }

    [Fact]
    public void No_two_products_share_a_name()
        => CapabilityTable.Channels.SelectMany(static c => c.Products)
            .Select(static p => p.Name)
            .ShouldBeUnique(StringComparer.Ordinal);
}
