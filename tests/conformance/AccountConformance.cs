using System.Text.Json.Nodes;

namespace PayFunctions.Tests.Conformance;

/// <summary>What registering an account at a channel has to hold.</summary>
public abstract class AccountConformance<TRig> : ChannelConformance<TRig>
    where TRig : ChannelRig, new()
{
    [Fact]
    public async Task An_account_that_works_is_told_so()
    {
        var probe = await World.ProbeAsync("main");

        probe.Status.ShouldBe(200, probe.ToString());
        probe["works"].ShouldBe("true", probe.ToString());
    }

    [Fact]
    public async Task An_account_whose_keys_are_strangers_is_told_so()
    {
        var registered = await World.RegisterAsync(
            "strange", World.Rig.Estranged(World.Parts, World.Simulator));

        var probe = await World.ProbeAsync("strange");

        registered.Status.ShouldBe(201, registered.ToString());
        probe["works"].ShouldBe("false", probe.ToString());
        probe["reason"].ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_channel_that_does_not_answer_is_told_so()
    {
        await World.Channel.FaultAsync("http_500", 20, World.Rig.QueryOperation);

        var probe = await World.LetItTakeAsync(World.ProbeAsync("main"));

        probe["works"].ShouldBe("false", probe.ToString());
    }

    [Fact]
    public async Task Every_setting_and_every_secret_is_checked()
    {
        var whole = World.Rig.Account(World.Parts, World.Simulator, other: false);
        foreach (var part in (string[])["settings", "secrets"])
        {
            foreach (var name in (whole[part]?.AsObject() ?? []).Select(static p => p.Key).ToList())
            {
                var broken = (JsonObject)whole.DeepClone();
                broken[part]![name] = part == "settings" ? "ä ä" : "no-such-secret";

                var answer = await World.RegisterAsync("broken", broken);

                answer["code"].ShouldBe("ACCOUNT_INVALID", $"{name}: {answer}");
                answer["detail"].ShouldContain(name);
            }
        }
    }

    [Fact]
    public async Task A_setting_that_nobody_knows_is_refused()
    {
        var body = World.Rig.Account(World.Parts, World.Simulator, other: false);
        body["settings"]!["no_such_setting"] = "1";

        var answer = await World.RegisterAsync("odd", body);

        answer["detail"].ShouldContain("no_such_setting");
    }
}
