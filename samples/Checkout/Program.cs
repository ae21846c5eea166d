using Checkout;
using Checkout.Crash;
using Checkout.Tour;
using PaymentAbstractions;

try
{
    switch (args)
    {
        case ["tour"]:
            return await TourProgram.RunAsync(all: false);
        case ["tour", "--all"]:
            return await TourProgram.RunAsync(all: true);
        // The two roles that the tour's crash act starts as processes of their own.
        case ["crash-sandbox"]:
            return await CrashSandbox.RunAsync();
        case ["crash-checkout", .. { Length: 4 } life]:
            return await CrashedCheckout.RunAsync(CrashArguments.Parse(life));
        default:
            await Console.Error.WriteLineAsync(Usage.Text);
            return 2;
    }
}
catch (PaymentConfigurationException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
