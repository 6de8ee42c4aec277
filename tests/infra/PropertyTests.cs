using PayFunctions.Tests.Infra.Reading;

namespace PayFunctions.Tests.Infra;

public sealed class PropertyTests(BicepFiles files)
{
    private static readonly IReadOnlyDictionary<string, ResourceListing> Listings =
        ResourceListing.ReadAll();

    [Fact]
    public void Every_resource_writes_only_what_it_can_be_given()
    {
        var faults =
            from file in files.All
            from resource in file.Resources
            where !resource.Node.IsExisting
            from fault in Listings.TryGetValue(resource.Target, out var listing)
                ? PropertyCheck.Faults(resource, listing)
                : [$"{resource.Target} has no listing"]
            select $"{file.Name}: {fault}";

        faults.ShouldBeEmpty();
    }

    [Fact]
    public void Every_listing_is_of_a_resource_that_is_deployed()
    {
        var deployed = files.All.SelectMany(static file => file.Resources)
            .Where(static resource => !resource.Node.IsExisting)
            .Select(static resource => resource.Target).Distinct();

        Listings.Keys.ShouldBe(deployed, ignoreOrder: true);
    }

    [Theory]
    [InlineData("sku: { name: 'FC1', teir: 'FlexConsumption' }", "no property 'teir'")]
    [InlineData("kind: 1", "'kind' is string, not number")]
    [InlineData("properties: { reserved: 'yes' }", "'reserved' is bool, not yes")]
    [InlineData("sku: { locations: ['a', false] }", "'locations' is string, not boolean")]
    [InlineData("sku: { capabilities: [{ nam: 'a' }] }", "no property 'nam'")]
    [InlineData("sku: { capabilities: [for a in [1]: { nam: 'a' }] }", "no property 'nam'")]
    [InlineData("sku: true ? {} : { nam: 'a' }", "no property 'nam'")]
    [InlineData("tags: { free: 1 }", "'free' is string, not number")]
    [InlineData("sku: []", "'sku' is object, not array")]
    public async Task A_wrong_property_is_found(string property, string fault)
    {
        var file = await BicepParser.ParseTextAsync($$"""
            resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
              name: 'plan'
              location: 'here'
              {{property}}
            }
            """);
        var plan = file.Resources.Single();

        var faults = PropertyCheck.Faults(plan, Listings[plan.Target]);

        faults.ShouldHaveSingleItem().ShouldEndWith(fault);
    }

    [Fact]
    public async Task A_missing_property_and_an_unknown_text_are_found()
    {
        var file = await BicepParser.ParseTextAsync("""
            resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
              name: 'vault'
              location: 'here'
              properties: {
                sku: { family: 'A', name: 'gold' }
              }
            }
            """);
        var vault = file.Resources.Single();

        var faults = PropertyCheck.Faults(vault, Listings[vault.Target]).ToList();

        faults.Count.ShouldBe(2);
        faults.ShouldContain(fault => fault.EndsWith("'name' is 'standard' | 'premium', not gold"));
        faults.ShouldContain(fault => fault.EndsWith("'tenantId' is required"));
    }

    [Fact]
    public void A_listing_that_is_not_understood_is_refused()
    {
        string[] listing = ["A/b@1", "  name: string", "  ?"];

        Should.Throw<FormatException>(() => ResourceListing.Parse(listing));
    }
}
