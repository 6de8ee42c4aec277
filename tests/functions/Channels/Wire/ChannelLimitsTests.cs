using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Tests.Channels.Wire;

public sealed class ChannelLimitsTests
{
    [Fact]
    public void A_call_takes_less_than_fifteen_seconds_whatever_is_set()
    {
        using var usual = new WireBench();
        using var longest = new WireBench(("TotalTimeout", "00:00:14"));
        using var longer = new WireBench(("TotalTimeout", "00:00:14.1"));

        usual.Limits.TotalTimeout.ShouldBe(TimeSpan.FromSeconds(12));
        longest.Limits.TotalTimeout.ShouldBe(TimeSpan.FromSeconds(14));
        Should.Throw<OptionsValidationException>(longer.Start);
    }

    [Theory]
    [InlineData("ConnectTimeout", "00:00:31")]
    [InlineData("AttemptTimeout", "00:00:00")]
    [InlineData("TotalTimeout", "00:00:04")]
    [InlineData("TotalTimeout", "00:02:01")]
    [InlineData("RetryDelay", "-00:00:01")]
    [InlineData("QuestionRetries", "6")]
    [InlineData("BreakerCalls", "1")]
    [InlineData("BreakerPause", "00:06:00")]
    [InlineData("BreakerHosts", "0")]
    public void A_wrong_limit_is_named_at_the_start_in_every_culture(string field, string value)
    {
        foreach (var culture in (string[])["", "tr-TR", "de-DE"])
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            using var bench = new WireBench((field, value));

            Should.Throw<OptionsValidationException>(bench.Start)
                .Failures.ShouldHaveSingleItem().ShouldContain(field);
        }
    }

    [Fact]
    public void Every_channel_may_ask_for_it_and_it_is_there_once()
    {
        var settings = new ConfigurationBuilder().Build();
        var services = new ServiceCollection().AddChannelHttp(settings).AddChannelHttp(settings);

        services.Count(static s => s.ServiceType == typeof(ChannelHttp)).ShouldBe(1);
        services.Count(static s => s.ServiceType == typeof(IValidateOptions<ChannelLimits>))
            .ShouldBe(1);
    }
}
