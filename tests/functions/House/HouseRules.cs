using System.Text.RegularExpressions;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.House;

public sealed partial class HouseRules
{
    private const int MaxLines = 400;
    private const int MaxColumns = 100;
    private const int MedianLines = 60;
    private const int NinetiethLines = 200;
    private const string Shared = "Wire";  // what channels share knows none of them

    private static readonly string[] TopLevel =
    [
        ".ci", ".editorconfig", ".gitattributes", ".gitignore", "ARCHITECTURE.md",
        "BannedSymbols.txt", "CHANGELOG.md", "CONTRIBUTING.md", "Directory.Build.props",
        "Directory.Packages.props", "LICENSE", "PayFunctions.slnx", "README.md",
        "azure.bicep", "azure.parameters.json", "azure.yaml", "compat", "docs", "functions",
        "global.json", "host.json", "infra", "sandbox", "sdk", "tests",
    ];

    private static readonly string[] Folders =
    [
        "Agreements", "Authorizations", "Batches", "Cashier", "Channels", "Clearing", "Console",
        "Host", "Identity", "Inbox", "KCodes", "Keys", "Ledger", "MerchantApi", "Movements", "Net",
        "Notifications", "Orders", "Payments", "Platform", "Reconciliation", "Refunds",
        "ShareLogin", "Statements", "Storage",
    ];

    [Fact]
    public void No_file_is_longer_than_400_lines()
        => SourceFile.All.Where(static f => f.Lines.Length > MaxLines).ShouldBeEmpty();

    [Fact]
    public void No_line_is_longer_than_100_columns()
        => SourceFile.All
            .SelectMany(static f => f.Lines
                .Select((line, i) => (f.Path, Number: i + 1, line.Length))
                .Where(static l => l.Length > MaxColumns))
            .ShouldBeEmpty();

    [Fact]
    public void Files_are_short_at_the_median_and_at_the_ninetieth_percentile()
    {
        int[] sizes = [.. SourceFile.All.Select(static f => f.Lines.Length).Order()];

        sizes[sizes.Length / 2].ShouldBeLessThanOrEqualTo(MedianLines);
        sizes[sizes.Length * 9 / 10].ShouldBeLessThanOrEqualTo(NinetiethLines);
    }

    [Fact]
    public void No_file_has_a_name_that_answers_no_question()
        => SourceFile.All
            .Where(static f => f.LastWord is "Helper" or "Helpers" or "Utils" or "Util"
                or "Manager" or "Managers" or "Common" or "Models" or "Misc")
            .ShouldBeEmpty();

    [Fact]
    public void The_top_level_is_the_one_that_is_drawn()
        => Directory.EnumerateFileSystemEntries(RepositoryRoot.Path)
            .Select(static p => Path.GetFileName(p))
            .Where(static name => !IsUntracked(name))
            .Except(TopLevel, StringComparer.Ordinal)
            .ShouldBeEmpty();

    [Fact]
    public void The_gateway_has_the_folders_that_are_drawn()
        => Directory.EnumerateDirectories(RepositoryRoot.Of("functions"))
            .Select(static p => Path.GetFileName(p))
            .Where(static name => name is not ("bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .ShouldBe(Folders);

    [Fact]
    public void Decisions_are_pure()
        => Offenders(
            static f => f.Path.StartsWith("functions/Orders/", StringComparison.Ordinal)
                || (f.Path.StartsWith("functions/", StringComparison.Ordinal)
                    && f.LastWord is "Rules" or "Schedule" or "Decision"),
            Impure()).ShouldBeEmpty();

    [Fact]
    public void Only_stores_speak_to_tables_and_queues()
        => Offenders(
            static f => f.Path.StartsWith("functions/", StringComparison.Ordinal)
                && !f.Path.StartsWith("functions/Storage/", StringComparison.Ordinal)
                && f.LastWord is not "Functions",
            StorageClients()).ShouldBeEmpty();

    [Fact]
    public void Only_keys_speak_to_the_vault()
        => Offenders(
            static f => f.Path.StartsWith("functions/", StringComparison.Ordinal)
                && !f.Path.StartsWith("functions/Keys/", StringComparison.Ordinal),
            VaultClients()).ShouldBeEmpty();

    [Fact]
    public void Stores_know_no_rules_and_no_channels()
        => Offenders(
            static f => f.Path.StartsWith("functions/Storage/", StringComparison.Ordinal),
            RulesOrChannels()).ShouldBeEmpty();

    [Fact]
    public void No_channel_knows_another_channel_or_a_store()
        => Directory.EnumerateDirectories(RepositoryRoot.Of("functions", "Channels"))
            .Select(static p => Path.GetFileName(p))
            .SelectMany(static channel => SourceFile.In($"functions/Channels/{channel}")
                .SelectMany(f => f.Lines
                    .Where(l => IsForeign(l, channel)
                        || l.Contains("PayFunctions.Storage", StringComparison.Ordinal))
                    .Select(l => $"{f.Path}: {l}")))
            .ShouldBeEmpty();

    [Fact]
    public void Triggers_are_one_statement()
        => SourceFile.In("functions")
            .Where(static f => f.LastWord is "Functions")
            .SelectMany(static f => f.Lines
                .Where(static l => l.TrimEnd().EndsWith(';')
                    && !l.StartsWith("using ", StringComparison.Ordinal)
                    && !l.StartsWith("namespace ", StringComparison.Ordinal)
                    && !l.Contains("const string", StringComparison.Ordinal)
                    && l.Contains("return ", StringComparison.Ordinal))
                .Select(l => $"{f.Path}: {l}"))
            .ShouldBeEmpty();

    [Fact]
    public void The_gateway_and_the_sdk_share_no_code()
        => SourceFile.In("sdk")
            .Concat(SourceFile.In("sandbox"))
            .Where(static f => f.Lines.Any(static l => UsesGateway().IsMatch(l)))
            .ShouldBeEmpty();

    [Fact]
    public void The_check_of_pure_files_finds_an_impure_one()
    {
        Impure().IsMatch("    private readonly ILogger<OrderRules> logger;").ShouldBeTrue();
        Impure().IsMatch("    public static async Task Decide()").ShouldBeTrue();
        Impure().IsMatch("    var now = time.GetUtcNow();").ShouldBeTrue();
    }

    private static bool IsForeign(string line, string channel)
        => ForeignChannel().Match(line) is { Success: true } match
            && match.Groups["channel"].Value is not Shared
            && !string.Equals(match.Groups["channel"].Value, channel, StringComparison.Ordinal);

    private static List<string> Offenders(Func<SourceFile, bool> which, Regex pattern)
        =>
        [
            .. SourceFile.All.Where(which).SelectMany(f => f.Lines
                .Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal)
                    && pattern.IsMatch(l))
                .Select(l => $"{f.Path}: {l.Trim()}")),
        ];

    private static bool IsUntracked(string name)
        => name is ".git" or "bin" or "obj" or ".vs" or ".idea" or "artifacts" or "TestResults"
            or "BenchmarkDotNet.Artifacts" or ".azure" or "node_modules";

    [GeneratedRegex(
        @"\basync\b|\bTask\b|ILogger|TimeProvider|HttpClient|GetUtcNow|Azure\.",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Impure();

    [GeneratedRegex(
        @"Azure\.Data\.Tables|Azure\.Storage\.Queues|TableClient|QueueClient\b",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StorageClients();

    [GeneratedRegex(
        @"Azure\.Security\.KeyVault|CryptographyClient",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VaultClients();

    [GeneratedRegex(
        @"OrderRules|SuccessRules|NoticeRules|PayFunctions\.Channels",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RulesOrChannels();

    [GeneratedRegex(
        @"PayFunctions\.Channels\.(?<channel>\w+)",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ForeignChannel();

    [GeneratedRegex(
        @"using PayFunctions\.(Orders|Storage|Channels|MerchantApi|Keys|Net|Payments)\b",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UsesGateway();
}
