namespace PayFunctions.Storage;

/// <summary>Draws an id that no other write has. Injected, so that a simulation can be repeated.
/// </summary>
internal delegate string DrawId();
