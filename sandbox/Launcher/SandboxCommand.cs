using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PayFunctions.Sandbox.Day;

namespace PayFunctions.Sandbox.Launcher;

/// <summary>The command line.</summary>
internal static class SandboxCommand
{
    /// <summary>The most orders created at the start.</summary>
    public const int SeedMaximum = 10_000;

    private const int PortMaximum = 65_535;
    private const double TimeScaleMaximum = 100_000;
    private const int DaySecondsMinimum = 12;
    private const int DaySecondsMaximum = 3_600;

    /// <summary>The root command.</summary>
    /// <param name="run">What to do with the options; its result is the exit code.</param>
    public static RootCommand Create(Func<SandboxOptions, CancellationToken, Task<int>> run)
    {
        var defaults = new SandboxOptions { DataFolder = BuildFacts.DataFolder };
        var port = Port("--port", "The gateway's port.", defaults.Port);
        var shopPort = Port("--shop-port", "The demo shop's port.", defaults.ShopPort);
        var simulators = SandboxChannels.All.ToDictionary(
            static c => c.Name,
            static c => Port(c.PortOption, $"The {c.Title} simulator's port.", c.StandardPort),
            StringComparer.Ordinal);
        var seed = new Option<int>("--seed-orders")
        {
            Description = $"Orders to create at the start, at most {SeedMaximum}.",
        };
        seed.Validators.Add(result => Check(
            result, Number(result) is >= 0 and <= SeedMaximum,
            $"--seed-orders is a number from 0 to {SeedMaximum}."));
        var data = new Option<string>("--data")
        {
            Description = "The folder for keys and stored data.",
            DefaultValueFactory = _ => defaults.DataFolder,
        };
        var scale = new Option<double>("--time-scale")
        {
            Description = "How many times faster than documented channels repeat notifications.",
            DefaultValueFactory = _ => defaults.TimeScale,
        };
        scale.Validators.Add(result => Check(
            result, Number(result) is > 0 and <= TimeScaleMaximum,
            $"--time-scale is a number above 0, at most {TimeScaleMaximum}."));
        var day = new Option<bool>("--day")
        {
            Description = "Plays a business day, closes it, reconciles and clears it.",
        };
        var dayOrders = Within(
            "--day-orders", "Orders of the day.", new DayOptions().Orders, 1, SeedMaximum);
        var daySeconds = Within(
            "--day-seconds", "Seconds the day takes at least.", new DayOptions().Seconds,
            DaySecondsMinimum, DaySecondsMaximum);
        var root = new RootCommand(
            "The whole gateway on one machine: storage, functions, channel simulators, a shop.")
        {
            port, shopPort, seed, data, scale, day, dayOrders, daySeconds,
        };
        foreach (var simulator in simulators.Values)
        {
            root.Options.Add(simulator);
        }

        root.SetAction((parsed, cancel) => run(
            new SandboxOptions
            {
                Port = parsed.GetValue(port),
                ShopPort = parsed.GetValue(shopPort),
                SimulatorPorts = simulators.ToDictionary(
                    static s => s.Key, s => parsed.GetValue(s.Value), StringComparer.Ordinal),
                SeedOrders = parsed.GetValue(seed),
                DataFolder = Path.GetFullPath(parsed.GetValue(data) ?? defaults.DataFolder),
                TimeScale = parsed.GetValue(scale),
                Day = parsed.GetValue(day)
                    ? new DayOptions
                    {
                        Orders = parsed.GetValue(dayOrders),
                        Seconds = parsed.GetValue(daySeconds),
                    }
                    : null,
            },
            cancel));
        return root;
    }

    private static Option<int> Within(
        string name, string description, int standard, int least, int most)
    {
        var option = new Option<int>(name)
        {
            Description = description,
            DefaultValueFactory = _ => standard,
        };
        option.Validators.Add(result => Check(
            result, Number(result) is { } number && number >= least && number <= most,
            $"{name} is a number from {least} to {most}."));
        return option;
    }

    private static Option<int> Port(string name, string description, int standard)
    {
        var option = new Option<int>(name)
        {
            Description = $"{description} 0 takes a free one.",
            DefaultValueFactory = _ => standard,
        };
        option.Validators.Add(result => Check(
            result, Number(result) is >= 0 and <= PortMaximum,
            $"{name} is a number from 0 to {PortMaximum}."));
        return option;
    }

    /// <summary>The library's own reading throws on what is no number.</summary>
    private static double? Number(OptionResult result)
        => double.TryParse(
            result.Tokens.Count == 1 ? result.Tokens[0].Value : string.Empty,
            NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static void Check(OptionResult result, bool valid, string sentence)
    {
        if (!valid && !result.Implicit)
        {
            result.AddError(sentence);
        }
    }
}
