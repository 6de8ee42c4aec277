namespace PayFunctions.Console;

/// <summary>What is around every page of a signed-in merchant.</summary>
/// <param name="Name">The application's name.</param>
/// <param name="FormToken">What every form carries.</param>
/// <param name="Here">The path of the page's place in the menu.</param>
/// <param name="Said">What just happened; null for nothing.</param>
/// <param name="Console">The texts.</param>
public sealed record FrameView(
    string Name, string FormToken, string Here, string? Said, ConsoleTexts Console);
