using PayFunctions.Cashier;
using PayFunctions.Platform;

namespace PayFunctions.Console;

/// <summary>A merchant's person who is signed in.</summary>
/// <param name="Payer">The browser, its language, and the moment.</param>
/// <param name="Application">Whose data is shown.</param>
/// <param name="Session">The session.</param>
internal sealed record ConsoleVisitor(
    Payer Payer, Application Application, ConsoleSession Session)
{
    /// <summary>The texts.</summary>
    public ConsoleTexts Texts => ConsoleTexts.Of(Payer.Texts.Language);

    /// <summary>What is around a page.</summary>
    /// <param name="here">The path of the page's place in the menu.</param>
    /// <param name="said">What just happened; null for nothing.</param>
    public FrameView Frame(string here, string? said = null)
        => new(Application.Name, Session.FormToken, here, said, Texts);
}
