using System.Diagnostics.CodeAnalysis;

namespace PayFunctions.Sdk;

/// <summary>
/// One payment at a till: the payer shows a code, the till scans it and hands it over with
/// <see cref="PayClient.ChargeAsync"/> or <see cref="PayClient.ChargeAndWaitAsync"/>.
/// </summary>
/// <remarks>
/// Not for use by several threads at once. The same <c>out_trade_no</c> with the same content and
/// the same code is charged once, however often it is sent. A code is good for one payment and
/// about a minute: after <see cref="TradeState.PayError"/> scan a new one under the same number.
/// </remarks>
/// <param name="options">Application, key and gateway.</param>
/// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">
/// The options are not valid; every problem is named.
/// </exception>
public sealed class BarcodeRequest(PayOptions options) : PaymentParameters(options)
{
    /// <summary>
    /// The payer's code as scanned: 8 to 64 letters and digits. Required. A secret while it lives,
    /// so it can be set and not read back.
    /// </summary>
    [SuppressMessage(
        "Design", "CA1044", Justification = "What pays is not to be found by whoever looks.")]
    public string? AuthCode
    {
        set => Set(PayField.AuthCode, value);
    }

    /// <summary>
    /// How long the gateway waits for an outcome before it answers, in seconds: 0 to 30. The
    /// call's own limit of time grows by as much.
    /// </summary>
    /// <value>Null, the default, waits for the channel's first answer only, as 0 does.</value>
    public long? WaitSeconds
    {
        get => ParseNumber(PayField.WaitSeconds);
        set => SetNumber(PayField.WaitSeconds, value);
    }

    private protected override bool IsBarcode => true;

    /// <summary>Sets a parameter by its wire name; a second value replaces the first.</summary>
    /// <param name="name">Such as <c>auth_code</c>.</param>
    /// <param name="value">Null or empty removes the parameter.</param>
    /// <returns>This request, for the next parameter.</returns>
    /// <exception cref="ArgumentException">
    /// There is no such parameter, or the SDK sets it itself (<c>app_id</c>, <c>sign</c>, …).
    /// </exception>
    public BarcodeRequest SetParameter(string name, string? value)
    {
        Set(name, value);
        return this;
    }

    /// <summary>Names the order; the code is in no text.</summary>
    /// <returns>Such as <c>BarcodeRequest T-1</c>.</returns>
    public override string ToString() => $"{nameof(BarcodeRequest)} {OutTradeNo}";
}
