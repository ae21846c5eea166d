using System.Text.Json;
using Checkout.Storefront;
using PaymentAbstractions;

namespace Checkout.Demonstration;

/// <summary>
/// Switches the gateway as an operator would: by a file of the configuration, which is read again when it changes. No code and no restart
/// are needed.
/// </summary>
public sealed class GatewaySwitch(IPaymentGateways gateways, ShopOptions options, TimeProvider time)
{
    /// <summary>The file, in the data folder.</summary>
    public const string FileName = "payments.json";

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Makes a gateway the default.</summary>
    /// <returns>Whether the configuration has taken effect within a few seconds.</returns>
    public async Task<bool> ToAsync(string gateway, CancellationToken cancellationToken)
    {
        if (!gateways.Names.Contains(gateway))
        {
            return false;
        }

        // A reader never sees half a file.
        var file = Path.Combine(options.Data, FileName);
        var text = JsonSerializer.Serialize(new { Payments = new { Default = gateway } });
        await File.WriteAllTextAsync($"{file}.new", text, cancellationToken);
        File.Move($"{file}.new", file, overwrite: true);
        var started = time.GetTimestamp();
        while (gateways.Default.Name != gateway && time.GetElapsedTime(started) < Patience)
        {
            await Task.Delay(Beat, time, cancellationToken);
        }

        return gateways.Default.Name == gateway;
    }
}
