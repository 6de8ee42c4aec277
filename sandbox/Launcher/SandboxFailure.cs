namespace PayFunctions.Sandbox.Launcher;

/// <summary>Why the sandbox cannot run, in one sentence that says what to do.</summary>
internal sealed class SandboxFailure(string sentence, Exception? cause = null)
    : Exception(sentence, cause);
