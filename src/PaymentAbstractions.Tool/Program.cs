using PaymentAbstractions.Tool;

return await PaymentsTool.RunAsync(args, ToolConsole.OfProcess()).ConfigureAwait(false);
