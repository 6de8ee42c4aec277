using System.Globalization;

namespace PayFunctions.Sandbox.Alipay.Agreements;

/// <summary>What the documents want of a request for a page to sign, field by field.</summary>
internal static class AgreementOrderRules
{
    private const int ExternalNoMaximum = 32;
    private const int SceneMaximum = 64;
    private const int ValidityMaximum = 8;
    private const int LastDayOfMonth = 28;
    private const int DaysOfMonth = 30;

    /// <summary>The order of a checked request, or why there is none.</summary>
    public static (AgreementOrder? Order, GatewayError? Error) Read(MethodCall call)
    {
        var content = call.Content;
        var product = content["personal_product_code"];
        var plan = content.Object("period_rule_params");
        return Wrong(content, product, plan) is { } wrong
            ? (null, AgreementError.Field(wrong))
            : (new AgreementOrder(
                call.Merchant, content["external_agreement_no"], product, product[..^2],
                content["sign_scene"] is { Length: > 0 } scene ? scene : "DEFAULT|DEFAULT",
                ValidityOf(content["sign_validity_period"]),
                plan is null ? null : PlanOf(plan),
                call.Request["notify_url"], call.Request["return_url"],
                call.Request["charset"]), null);
    }

    private static string? Wrong(BizContent content, string product, BizContent? plan)
        => product is not ("CYCLE_PAY_AUTH_P" or "GENERAL_WITHHOLDING_P")
                ? "personal_product_code"
            : content["product_code"] is { Length: > 0 } code
                && !string.Equals(code, product[..^2], StringComparison.Ordinal)
                ? "product_code"
            : content.Object("access_params")?["channel"]
                is not ("ALIPAYAPP" or "QRCODE" or "QRCODEORSMS") ? "access_params"
            : content["sign_scene"].Length > SceneMaximum ? "sign_scene"
            : !OrderFieldRules.IsNumber(content["external_agreement_no"])
                || content["external_agreement_no"].Length > ExternalNoMaximum
                ? "external_agreement_no"
            : content["sign_validity_period"] is { Length: > 0 } validity
                && ValidityOf(validity) is null ? "sign_validity_period"
            : plan is null
                ? product is "CYCLE_PAY_AUTH_P" ? "period_rule_params" : null
                : IsPlan(plan) ? null : "period_rule_params";

    private static bool IsPlan(BizContent plan)
        => plan["period_type"] is "DAY" or "MONTH"
            && int.TryParse(
                plan["period"], NumberStyles.None, CultureInfo.InvariantCulture, out var period)
            && period > 0
            && DateOnly.TryParseExact(
                plan["execute_time"], "yyyy-MM-dd", CultureInfo.InvariantCulture,
                DateTimeStyles.None, out var first)
            && (plan["period_type"] is "DAY" || first.Day <= LastDayOfMonth)
            && OrderFieldRules.Amount(plan, "single_amount") is not null
            && (plan["total_amount"].Length == 0
                || OrderFieldRules.Amount(plan, "total_amount") is not null)
            && (plan["total_payments"].Length == 0 || CountOf(plan) > 0);

    private static AgreementPlan PlanOf(BizContent plan)
        => new(
            OrderFieldRules.Amount(plan, "single_amount") ?? 0,
            OrderFieldRules.Amount(plan, "total_amount"), CountOf(plan));

    private static int? CountOf(BizContent plan)
        => int.TryParse(
            plan["total_payments"], NumberStyles.None, CultureInfo.InvariantCulture,
            out var count)
            ? count
            : null;

    /// <summary>Days or months: <c>30d</c>, <c>2m</c>.</summary>
    private static TimeSpan? ValidityOf(string text)
        => text.Length is > 1 and <= ValidityMaximum && text[^1] is 'd' or 'm'
            && int.TryParse(
                text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count > 0
                ? TimeSpan.FromDays(text[^1] == 'd' ? count : count * DaysOfMonth)
                : null;
}
