using Microsoft.AspNetCore.Components;

namespace PayFunctions.Cashier;

/// <summary>What every page is given.</summary>
/// <typeparam name="TView">What it shows.</typeparam>
public abstract class PageBase<TView> : ComponentBase
    where TView : class
{
    /// <summary>What it shows.</summary>
    [Parameter]
    [EditorRequired]
    public TView View { get; set; } = null!;

    /// <summary>The payer's language.</summary>
    [Parameter]
    [EditorRequired]
    public CashierTexts Texts { get; set; } = null!;

    /// <summary>What it loads.</summary>
    [Parameter]
    [EditorRequired]
    public AssetLinks Links { get; set; } = null!;
}
