using Checkout;
using Checkout.Tour;
using PaymentAbstractions;

if (args is not ["tour"])
{
    await Console.Error.WriteLineAsync(Usage.Text);
    return 2;
}

try
{
    return await TourProgram.RunAsync();
}
catch (PaymentConfigurationException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
