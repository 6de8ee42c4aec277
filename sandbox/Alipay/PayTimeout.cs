using System.Globalization;
using System.Text.RegularExpressions;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>
/// Until when an order may be paid: <c>time_expire</c> wins over <c>timeout_express</c>.
/// </summary>
internal static partial class PayTimeout
{
    /// <summary>The longest, and what holds for an order at a page that names nothing.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(15);

    /// <summary>What holds for an order at a till that names nothing.</summary>
    public static readonly TimeSpan FaceToFace = TimeSpan.FromHours(3);

    /// <summary>How long a QR code can be scanned that names nothing.</summary>
    public static readonly TimeSpan Code = TimeSpan.FromHours(2);

    /// <summary>What holds for an authorisation that names nothing.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromMinutes(15);

    /// <summary>The longest text of an authorisation's limit.</summary>
    public const int HoldTextMaximum = 5;

    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Rounding = TimeSpan.FromSeconds(1);

    /// <summary>Adds the limits to an order, or says which field is wrong.</summary>
    public static (PayOrder Order, GatewayError? Error) Apply(
        PayOrder order, BizContent content, DateTimeOffset now)
    {
        var expire = content["time_expire"];
        var express = content["timeout_express"];
        return expire.Length > 0 ? Absolute(order, expire, now)
            : express.Length > 0 ? Relative(order, express, now)
            : (order with
            {
                Lifetime = Methods.IsFaceToFace(order.Method) ? FaceToFace : Longest,
            }, null);
    }

    /// <summary>Adds until when a QR code can be scanned: a trade begins there.</summary>
    public static (PayOrder Order, GatewayError? Error) ApplyCode(
        PayOrder order, BizContent content, DateTimeOffset now)
    {
        const string Name = "qr_code_timeout_express";
        var span = content[Name].Length == 0 ? Code : Span(content[Name]);
        return span is null
            ? (order, GatewayError.Field(Name))
            : (order with { CodeExpires = now + span }, null);
    }

    private static (PayOrder Order, GatewayError? Error) Absolute(
        PayOrder order, string text, DateTimeOffset now)
    {
        if (BeijingTime.Parse(text) is not { } deadline)
        {
            return (order, GatewayError.Field("time_expire"));
        }

        if (deadline <= now)
        {
            return (order, GatewayError.TooLate);
        }

        return deadline - now + Rounding >= Shortest && deadline - now - Rounding <= Longest
            ? (order with { Deadline = deadline }, null)
            : (order, GatewayError.Field("time_expire"));
    }

    private static (PayOrder Order, GatewayError? Error) Relative(
        PayOrder order, string text, DateTimeOffset now)
    {
        if (string.Equals(text, "1c", StringComparison.Ordinal))
        {
            return (order with { Deadline = BeijingTime.Midnight(now) }, null);
        }

        return Span(text) is { } span
            ? (order with { Lifetime = span }, null)
            : (order, GatewayError.Field("timeout_express"));
    }

    /// <summary>A span such as <c>15m</c>, <c>3h</c> or <c>2d</c>; null where it is none.</summary>
    public static TimeSpan? Span(string text)
    {
        var match = Express().Match(text);
        return match.Success && Read(match) is var span && span >= Shortest && span <= Longest
            ? span
            : null;
    }

    private static TimeSpan Read(Match match)
    {
        var number = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        return match.Groups["unit"].ValueSpan switch
        {
            "m" => TimeSpan.FromMinutes(number),
            "h" => TimeSpan.FromHours(number),
            _ => TimeSpan.FromDays(number),
        };
    }

    [GeneratedRegex(
        @"\A(?<number>[1-9][0-9]{0,4})(?<unit>[mhd])\z", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Express();
}
