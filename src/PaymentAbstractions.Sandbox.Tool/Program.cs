using PaymentAbstractions.Sandbox.Tool;

return await SandboxTool.RunAsync(args, Console.Out, Console.Error).ConfigureAwait(false);
