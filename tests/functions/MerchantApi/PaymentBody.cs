namespace PayFunctions.Tests.MerchantApi;

/// <summary>The usual bodies, with members set to raw JSON or (null) left out.</summary>
internal static class PaymentBody
{
    /// <summary>A creation.</summary>
    public static string Json(params (string Name, string? Raw)[] changes)
        => Write(
            [
                ("out_trade_no", "\"A-1\""), ("total_fee", "100"), ("subject", "\"Tea\""),
                ("notify_url", "\"https://shop.example/notify\""),
            ],
            changes);

    /// <summary>A charge of a payer's code.</summary>
    public static string Barcode(params (string Name, string? Raw)[] changes)
        => Json([("auth_code", "\"280123456789012345\""), .. changes]);

    /// <summary>A refund of the usual order, of 40 fen.</summary>
    public static string Refund(params (string Name, string? Raw)[] changes)
        => Write(
            [
                ("out_request_no", "\"R-1\""), ("out_trade_no", "\"A-1\""),
                ("refund_fee", "40"),
            ],
            changes);

    /// <summary>A capture of 40 fen.</summary>
    public static string Capture(params (string Name, string? Raw)[] changes)
        => Write([("out_trade_no", "\"C-1\""), ("total_fee", "40")], changes);

    /// <summary>A release of all that is left.</summary>
    public static string Void(params (string Name, string? Raw)[] changes)
        => Write([("out_request_no", "\"V-1\"")], changes);

    /// <summary>The wish for a code.</summary>
    public static string KCode(params (string Name, string? Raw)[] changes)
        => Json([
            ("out_request_no", "\"K-1\""), ("card_no", "\"6228480000000000001\""),
            ("mobile_end", "\"8888\""), .. changes,
        ]);

    /// <summary>A payment with a code.</summary>
    public static string KCodePay(params (string Name, string? Raw)[] changes)
        => Write([("out_request_no", "\"P-1\""), ("code", "\"123456\"")], changes);

    /// <summary>The check of a person on a page.</summary>
    public static string Identity(params (string Name, string? Raw)[] changes)
        => Write(
            [
                ("out_verify_no", "\"V-1\""), ("channel", "\"test_identity\""),
                ("name", "\"张三\""), ("certificate_no", "\"110101199003070011\""),
                ("card_no", "\"6228480000000000001\""),
                ("return_url", "\"https://shop.example/back\""),
            ],
            changes);

    /// <summary>An agreement of 100 fen at once and 150 in all.</summary>
    public static string Agreement(params (string Name, string? Raw)[] changes)
        => Write(
            [
                ("out_agreement_no", "\"G-1\""), ("single_limit", "100"),
                ("total_limit", "150"), ("subject", "\"Tea\""),
                ("notify_url", "\"https://shop.example/notify\""),
                ("channel", "\"test_agreement\""),
            ],
            changes);

    /// <summary>A debit of 40 fen.</summary>
    public static string Debit(string agreement, params (string Name, string? Raw)[] changes)
        => Write(
            [
                ("out_trade_no", "\"D-1\""), ("agreement_id", $"\"{agreement}\""),
                ("total_fee", "40"), ("subject", "\"Tea\""),
            ],
            changes);

    private static string Write(
        (string Name, string? Raw)[] usual, (string Name, string? Raw)[] changes)
    {
        var members = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, raw) in usual)
        {
            members[name] = raw;
        }

        foreach (var (name, raw) in changes)
        {
            members[name] = raw;
        }

        return "{" + string.Join(',', members
            .Where(static m => m.Value is not null)
            .Select(static m => $"\"{m.Key}\":{m.Value}")) + "}";
    }
}
