using System.Runtime.InteropServices;

namespace PaymentAbstractions.Journal;

/// <summary>What an entry is found by. One key means one payment in one environment: a test says nothing about real money.</summary>
/// <param name="Environment">The environment of the gateway; a gateway that is configured without one counts as Live.</param>
/// <param name="Key">The caller's key.</param>
/// <remarks>Instances are immutable and thread-safe.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct JournalKey(GatewayEnvironment Environment, IdempotencyKey Key)
{
    /// <summary>Environment and key.</summary>
    /// <returns>For example <c>Live:order-1</c>.</returns>
    public override string ToString() => $"{Environment}:{Key}";
}
