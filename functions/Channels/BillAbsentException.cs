namespace PayFunctions.Channels;

/// <summary>
/// What was to be a bill turned out to be the word that there is none: a channel that says so
/// only in place of the file.
/// </summary>
/// <param name="isFinal">Whether there will be none: nothing moved. Else it is not made yet.
/// </param>
/// <param name="reason">The channel's words.</param>
internal sealed class BillAbsentException(bool isFinal, string reason) : Exception(reason)
{
    /// <summary>Whether nothing moved on that day.</summary>
    public bool IsFinal => isFinal;
}
