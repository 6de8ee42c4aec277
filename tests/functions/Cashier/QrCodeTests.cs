using System.Globalization;
using System.Text.RegularExpressions;
using PayFunctions.Cashier;
using QRCoder;

namespace PayFunctions.Tests.Cashier;

/// <summary>The code that takes the page to a phone.</summary>
public sealed partial class QrCodeTests
{
    private static readonly Uri Address =
        new("https://pay.example/cashier/0123456789ABCDEFGHJKMNPQRS");

    [Fact]
    public void The_path_covers_exactly_the_dark_modules()
    {
        var code = QrCode.Of(Address);

        using var generator = new QRCodeGenerator();
        using var expected = generator.CreateQrCode(
            "https://pay.example/cashier/0123456789ABCDEFGHJKMNPQRS",
            QRCodeGenerator.ECCLevel.M);
        code.Size.ShouldBe(expected.ModuleMatrix.Count);
        var dark = Modules(code.Path);
        for (var y = 0; y < code.Size; y++)
        {
            for (var x = 0; x < code.Size; x++)
            {
                dark.Contains((x, y)).ShouldBe(expected.ModuleMatrix[y][x], $"{x},{y}");
            }
        }
    }

    [Fact]
    public void Fifty_four_bytes_with_medium_correction_are_version_four_in_a_quiet_zone()
    {
        var code = QrCode.Of(Address);

        code.Size.ShouldBe(33 + (2 * 4));
        Modules(code.Path).Min(static m => m.X).ShouldBe(4);
        Modules(code.Path).Max(static m => m.Y).ShouldBe(4 + 33 - 1);
    }

    private static HashSet<(int X, int Y)> Modules(string path)
    {
        var dark = new HashSet<(int X, int Y)>();
        foreach (var run in Runs().Matches(path).Cast<Match>())
        {
            var x = Number(run, "x");
            for (var i = 0; i < Number(run, "length"); i++)
            {
                dark.Add((x + i, Number(run, "y")));
            }
        }

        return dark;
    }

    private static int Number(Match run, string group)
        => int.Parse(run.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"M(?<x>\d+) (?<y>\d+)h(?<length>\d+)v1h-\d+z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Runs();
}
