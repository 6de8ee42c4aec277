using PayFunctions.Tests.Infra.Reading;

namespace PayFunctions.Tests.Infra;

public sealed class SettingsTests(BicepFiles files)
{
    private BicepNode App => files.Named("infra/app.bicep").Resources.Single().Body;

    [Fact]
    public void The_guide_lists_the_settings_of_the_app()
    {
        var settings = App.Property("properties")!.Property("siteConfig")!
            .Property("appSettings")!.Of("object")
            .Select(static setting => setting.Property("name")!.RequiredLiteral())
            .ToList();

        settings.Distinct(StringComparer.Ordinal).Count().ShouldBe(settings.Count);
        OperationsGuide.Names("Settings of the app").ShouldBe(settings);
    }

    [Fact]
    public void The_app_speaks_TLS_alone()
    {
        var site = App.Property("properties")!;

        site.Property("httpsOnly")!.Text.ShouldBe("true");
        site.Property("siteConfig")!.Property("minTlsVersion")!.Literal().ShouldBe("1.2");
        site.Property("siteConfig")!.Property("scmMinTlsVersion")!.Literal().ShouldBe("1.2");
        site.Property("siteConfig")!.Property("ftpsState")!.Literal().ShouldBe("Disabled");
    }

    [Fact]
    public void No_key_of_an_account_is_ever_read()
    {
        files.All.SelectMany(static file => file.Tree.All())
            .Where(static node => node.Is("identifier") || node.Is("property_identifier"))
            .ShouldAllBe(static node => !node.Text.StartsWith("list", StringComparison.Ordinal));
    }
}
