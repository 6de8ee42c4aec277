using PayFunctions.Sdk;
using Yuan = PayFunctions.Sandbox.Simulation.Yuan;

namespace PayFunctions.Sandbox.Shop;

/// <summary>A deposit: the form, and how it stands.</summary>
internal static class DepositPage
{
    private const string UsualAmount = "100.00";
    private const int ReloadSeconds = 5;

    /// <summary>The form.</summary>
    public static string Form(ShopText text, IEnumerable<string> products, string number)
        => ShopPage.Frame(text, string.Empty, CounterPage.Form(
            DepositRoutes.Path, number, "hold", text.Hold,
            CounterPage.Choice(text, products)
            + CounterPage.Field("amount", text.Amount, UsualAmount)));

    /// <summary>How it stands, with what may be done.</summary>
    /// <param name="text">The words.</param>
    /// <param name="deposit">The deposit.</param>
    /// <param name="path">Where it is shown.</param>
    /// <param name="number">The number of what is done with this page.</param>
    public static string Html(
        ShopText text, AuthorizationResponse deposit, string path, string number)
        => ShopPage.Frame(
            text,
            deposit.IsHeld() || deposit.TimeEnd is not null
                ? string.Empty
                : ShopPage.Reload(ReloadSeconds),
            $"""
            {CounterPage.State(text.NameOf(deposit.AuthorizationState), deposit.IsHeld())}
            <ul>{CounterPage.Amount("held", text.Deposit, deposit.TotalFee)}
            {CounterPage.Amount("captured", text.Captured, deposit.CapturedFee)}
            {CounterPage.Amount("released", text.Released, deposit.ReleasedFee)}</ul>
            {(deposit.IsHeld() ? Forms(text, deposit, path, number) : "")}
            <p><a href="{path}">{text.Refresh}</a> · <a href="/">{text.Back}</a></p>
            """);

    private static string Forms(
        ShopText text, AuthorizationResponse deposit, string path, string number)
        => CounterPage.Form(
                path + "/capture", number, "capture", text.Capture,
                CounterPage.Field("amount", text.Amount, Yuan.Format(deposit.RemainingFee))
                + $"""
                    <label><input id="final" name="final" type="checkbox" value="1">
                    {text.Final}</label>
                    """)
            + CounterPage.Form(path + "/void", number, "void", text.Release);
}
