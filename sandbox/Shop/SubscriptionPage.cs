using PayFunctions.Sdk;
using Yuan = PayFunctions.Sandbox.Simulation.Yuan;

namespace PayFunctions.Sandbox.Shop;

/// <summary>A subscription: the form, and how it stands.</summary>
internal static class SubscriptionPage
{
    private const string UsualLimit = "30.00";
    private const int ReloadSeconds = 5;

    /// <summary>The form.</summary>
    public static string Form(ShopText text, IEnumerable<string> products, string number)
        => ShopPage.Frame(text, string.Empty, CounterPage.Form(
            SubscriptionRoutes.Path, number, "sign", text.Sign,
            CounterPage.Choice(text, products)
            + CounterPage.Field("amount", text.Limit, UsualLimit)));

    /// <summary>How it stands, with what may be done.</summary>
    /// <param name="text">The words.</param>
    /// <param name="agreement">The agreement.</param>
    /// <param name="path">Where it is shown.</param>
    /// <param name="number">The number of what is done with this page.</param>
    public static string Html(
        ShopText text, AgreementResponse agreement, string path, string number)
        => ShopPage.Frame(
            text,
            agreement.IsActive() || agreement.TimeEnd is not null
                ? string.Empty
                : ShopPage.Reload(ReloadSeconds),
            $"""
            {CounterPage.State(text.NameOf(agreement.AgreementState), agreement.IsActive())}
            <ul>{CounterPage.Amount("limit", text.Limit, agreement.SingleLimit)}
            {CounterPage.Amount("debited", text.Debited, agreement.DebitedFee)}</ul>
            {(agreement.IsActive() ? Forms(text, agreement, path, number) : "")}
            <p><a href="{path}">{text.Refresh}</a> · <a href="/">{text.Back}</a></p>
            """);

    private static string Forms(
        ShopText text, AgreementResponse agreement, string path, string number)
        => CounterPage.Form(
                path + "/debit", number, "debit", text.Debit,
                CounterPage.Field("amount", text.Amount, Yuan.Format(agreement.SingleLimit)))
            + CounterPage.Form(path + "/end", number, "end", text.End);
}
