namespace PayFunctions.Keys;

/// <summary>Draws a text that nobody can guess. Injected, so that a test can know it.</summary>
internal delegate string DrawToken();
