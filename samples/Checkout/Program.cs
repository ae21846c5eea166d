using Checkout;
using Checkout.Crash;
using Checkout.Storefront;
using Checkout.Tour;
using Checkout.Watcher;
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
        // The shop itself, as the watcher starts it.
        case [ShopProgram.Role, .. var settings]:
            return await ShopProgram.RunAsync(settings);
        case ["--help" or "-h" or "-?"]:
            await Console.Out.WriteLineAsync(WatcherArguments.Usage);
            await Console.Out.WriteLineAsync(Usage.Text);
            return 0;
        default:
            return WatcherArguments.TryParse(args) is { } arguments
                ? await WatcherProgram.RunAsync(arguments)
                : await RefuseAsync();
    }
}
catch (PaymentConfigurationException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}

static async Task<int> RefuseAsync()
{
    await Console.Error.WriteLineAsync(WatcherArguments.Usage);
    await Console.Error.WriteLineAsync(Usage.Text);
    return 2;
}
