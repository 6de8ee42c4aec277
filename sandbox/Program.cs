using System.CommandLine;
using PayFunctions.Sandbox.Launcher;

var command = SandboxCommand.Create(static (options, cancel) => Launch.RunAsync(
    new SandboxRun(options, Console.Out, TimeProvider.System).RunAsync, Console.Error, cancel));

// Signals are ours: children must end before the process does.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = null };
return await command.Parse(args).InvokeAsync(configuration);
