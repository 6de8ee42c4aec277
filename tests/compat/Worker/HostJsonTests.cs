using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues;
using Microsoft.Azure.Functions.Worker.Runtime;
using Microsoft.Extensions.Configuration;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Compat.Worker;

public sealed class HostJsonTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("host-json-").FullName;

    [Fact]
    public void The_projects_own_file_is_understood()
    {
        var configuration = Configuration(HostJson.Read(RepositoryRoot.Of("host.json")));

        QueueSettings.From(configuration).ShouldBe(new QueueSettings(
            16, 8, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30), 20,
            QueueMessageEncoding.Base64, TimeSpan.FromMinutes(10)));
        new HostSettings(configuration).FunctionTimeout.ShouldBe(TimeSpan.FromMinutes(5));
        configuration["AzureFunctionsJobHost:extensions:http:routePrefix"].ShouldBe("");
    }

    [Fact]
    public void Without_a_file_the_documented_defaults_hold()
    {
        var configuration = Configuration(HostJson.Read(null));

        QueueSettings.From(configuration).ShouldBe(new QueueSettings(
            16, 8, TimeSpan.FromMinutes(1), TimeSpan.Zero, 5, QueueMessageEncoding.Base64,
            TimeSpan.FromMinutes(10)));
        new HostSettings(configuration).FunctionTimeout.ShouldBe(TimeSpan.FromMinutes(30));
    }

    [Fact]
    public void Half_the_batch_is_the_threshold_unless_said()
    {
        var settings = QueueSettings.From(Configuration(QueueBench.Queues(("batchSize", "32"))));

        settings.NewBatchThreshold.ShouldBe(16);
    }

    [Theory]
    [InlineData("batchSize", "0")]
    [InlineData("batchSize", "33")]
    [InlineData("batchSize", "many")]
    [InlineData("newBatchThreshold", "-1")]
    [InlineData("maxPollingInterval", "00:00:00.05")]
    [InlineData("maxPollingInterval", "soon")]
    [InlineData("visibilityTimeout", "-00:00:01")]
    [InlineData("visibilityTimeout", "7.00:00:01")]
    [InlineData("maxDequeueCount", "0")]
    [InlineData("messageEncoding", "base32")]
    public void A_queue_setting_out_of_range_is_refused_by_name(string name, string value)
        => Should.Throw<InvalidOperationException>(
                () => QueueSettings.From(Configuration(QueueBench.Queues((name, value)))))
            .Message.ShouldContain(name);

    [Theory]
    [InlineData("-1", -1)]
    [InlineData("00:10:00", 600_000)]
    public void A_function_timeout_may_be_a_span_or_none(string text, int milliseconds)
        => new HostSettings(Configuration(new(StringComparer.Ordinal)
        {
            ["AzureFunctionsJobHost:functionTimeout"] = text,
        })).FunctionTimeout.TotalMilliseconds.ShouldBe(milliseconds);

    [Theory]
    [InlineData("0")]
    [InlineData("-00:01:00")]
    [InlineData("long")]
    public void A_function_timeout_that_is_neither_is_refused(string text)
        => Should.Throw<InvalidOperationException>(() => new HostSettings(Configuration(
            new(StringComparer.Ordinal) { ["AzureFunctionsJobHost:functionTimeout"] = text })));

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"version\":\"1.0\"}")]
    public void A_file_of_another_version_is_refused(string text)
        => Should.Throw<InvalidOperationException>(() => HostJson.Read(FileWith(text)))
            .Message.ShouldContain("2.0");

    [Fact]
    public void Local_settings_are_read_like_environment_variables()
    {
        var file = FileWith("""
            {
              "IsEncrypted": false,
              "Values": { "AzureWebJobsStorage__accountName": "local", "Plain": "value" },
              "Host": { "LocalHttpPort": 7072 }
            }
            """);

        var values = LocalSettings.Read(file);

        values.Count.ShouldBe(2);
        values["AzureWebJobsStorage:accountName"].ShouldBe("local");
        values["Plain"].ShouldBe("value");
        LocalSettings.Read(null).ShouldBeEmpty();
    }

    [Fact]
    public void A_name_between_percent_signs_is_a_setting()
    {
        var configuration = Configuration(new(StringComparer.Ordinal)
        {
            ["Queue"] = "orders",
            ["Part:Of"] = "it",
        });

        SettingNames.Resolve("%Queue%-poison", configuration).ShouldBe("orders-poison");
        SettingNames.Resolve("%Part__Of%.%Part:Of%", configuration).ShouldBe("it.it");
        SettingNames.Resolve("0 */5 * * * *", configuration).ShouldBe("0 */5 * * * *");
        Should.Throw<InvalidOperationException>(
            () => SettingNames.Resolve("%Missing%", configuration));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static IConfigurationRoot Configuration(Dictionary<string, string?> values)
        => new ConfigurationBuilder().AddInMemoryCollection(values).Build();

    private string FileWith(string text)
    {
        var file = Path.Combine(folder, "file.json");
        File.WriteAllText(file, text);
        return file;
    }
}
