using System.Diagnostics.CodeAnalysis;

namespace PayFunctions.Sdk;

/// <summary>
/// What the payer enters to pay, for <see cref="PayClient.PayByKCodeAsync"/>: the code, and what
/// else the bank wants to know. It can be set and not read back, and is in no text: do not keep it
/// yourself either.
/// </summary>
[SuppressMessage(
    "Design", "CA1044", Justification = "What pays is not to be found by whoever looks.")]
public sealed class KCodePayment
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>
    /// The merchant's own number of this request: 1 to 64 of <c>A-Z a-z 0-9 _ -</c>. Required. The
    /// same number is the same request, whatever code it carries: nobody pays twice.
    /// </summary>
    public string? OutRequestNo { get; init; }

    /// <summary>The code from the payer's phone. Required.</summary>
    public string? Code
    {
        init => Set("code", value);
    }

    /// <summary>The payer's name.</summary>
    public string? AccName
    {
        init => Set("acc_name", value);
    }

    /// <summary>The kind of the payer's certificate, a letter: <c>I</c> an identity card,
    /// <c>P</c> a passport.</summary>
    public string? CertificateType
    {
        init => Set("certificate_type", value);
    }

    /// <summary>The certificate's number.</summary>
    public string? CertificateNo
    {
        init => Set("certificate_no", value);
    }

    /// <summary>When a credit card expires, 4 digits as printed.</summary>
    public string? ExpDate
    {
        init => Set("exp_date", value);
    }

    /// <summary>The 3 digits on a credit card's back.</summary>
    public string? Cvv2
    {
        init => Set("cvv2", value);
    }

    /// <summary>Names the request; nothing that was entered is in any text.</summary>
    /// <returns>Such as <c>KCodePayment P-1</c>.</returns>
    public override string ToString() => $"{nameof(KCodePayment)} {OutRequestNo}";

    /// <summary>Names everything that is wrong, at once.</summary>
    /// <exception cref="PayRequestException">Something is missing.</exception>
    internal void EnsureValid() => PayRequestException.ThrowIfAny(
        "payment by code",
        HoldBody.Problems(
            ("out_request_no", HoldBody.IdProblem(OutRequestNo)),
            ("code", _values.ContainsKey("code") ? null : "is missing")));

    internal ReadOnlyMemory<byte> Write() => HoldBody.Write(json =>
    {
        json.WriteString("out_request_no", OutRequestNo);
        foreach (var (name, value) in _values)
        {
            json.WriteString(name, value);
        }
    });

    private void Set(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _values[name] = value;
        }
    }
}
