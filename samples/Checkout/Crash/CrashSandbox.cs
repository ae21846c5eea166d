using System.Globalization;
using Checkout.Tour;
using PaymentAbstractions.Sandbox;

namespace Checkout.Crash;

/// <summary>
/// Both emulated providers in a process of their own, controlled by one command per line: <c>lose</c> the next answers,
/// count the <c>charges</c> of an order, <c>advance</c> the clock by minutes. Ends when its input does.
/// </summary>
internal static class CrashSandbox
{
    public static async Task<int> RunAsync()
    {
        var settings = new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory };
        var configuration = Host.CreateApplicationBuilder(settings).Configuration;
        await using var sandboxes = await TourSandboxes.StartAsync(configuration);
        Console.WriteLine(sandboxes.Rebilly.BaseAddress);
        Console.WriteLine(sandboxes.Terminal.BaseAddress);
        while (await Console.In.ReadLineAsync() is { } line)
        {
            Console.WriteLine(Answer(line.Split(' '), sandboxes));
        }

        return 0;
    }

    private static string Answer(string[] words, TourSandboxes sandboxes)
    {
        switch (words)
        {
            case ["lose", "rebilly"]:
                sandboxes.Rebilly.Faults.Enqueue(SandboxFault.Hang());
                return "done";
            case ["lose", "terminal"]:
                sandboxes.Terminal.Faults.Enqueue(SandboxFault.Hang());
                return "done";
            case ["charges", var order]:
                var name = $"Order {order} ";
                var charges =
                    sandboxes.Rebilly.Ledger.CountCharges(name) + sandboxes.Terminal.Ledger.CountCharges(name);
                return charges.ToString(CultureInfo.InvariantCulture);
            case ["advance", var minutes]:
                sandboxes.Advance(TimeSpan.FromMinutes(int.Parse(minutes, CultureInfo.InvariantCulture)));
                return "done";
            default:
                return "unknown";
        }
    }
}
