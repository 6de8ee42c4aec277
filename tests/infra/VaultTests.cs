using PayFunctions.Tests.Infra.Reading;

namespace PayFunctions.Tests.Infra;

public sealed class VaultTests(BicepFiles files)
{
    private BicepFile Vault => files.Named("infra/vault.bicep");

    [Fact]
    public void A_signing_key_signs_and_never_leaves()
    {
        var key = Vault.Resources.Single(static resource => resource.Name == "key")
            .Body.Property("properties")!;

        key.Property("kty")!.Literal().ShouldBe("RSA");
        key.Property("keySize")!.Text.ShouldBe("2048");
        key.Property("attributes")!.Property("exportable")!.Text.ShouldBe("false");
        key.Property("keyOps")!.Children.Select(static use => use.Literal())
            .ShouldBe(["sign", "verify"]);
    }

    [Fact]
    public void A_rotation_is_announced_and_not_done()
    {
        var action = Vault.Tree.All()
            .Where(static node => node.Is("object_property") && node.Key == "action");

        action.ShouldHaveSingleItem().Children[^1].Property("type")!.Literal().ShouldBe("notify");
    }

    [Fact]
    public void The_vault_asks_for_roles_and_keeps_what_is_deleted()
    {
        var vault = Vault.Resources.Single(static resource => resource.Name == "vault")
            .Body.Property("properties")!;

        vault.Property("enableRbacAuthorization")!.Text.ShouldBe("true");
        vault.Property("enableSoftDelete")!.Text.ShouldBe("true");
    }
}
