namespace PayFunctions.Sandbox.Simulation;

/// <summary>An answer, ready to leave.</summary>
/// <param name="Body">Its bytes, already signed.</param>
/// <param name="ContentType">Its type, with charset.</param>
internal sealed record WireAnswer(byte[] Body, string ContentType)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Further headers.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}
