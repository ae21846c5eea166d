using PaymentAbstractions.Tool;

return await PaymentsTool.RunAsync(args, Console.Out, Console.Error).ConfigureAwait(false);
