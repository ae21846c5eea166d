using System.Runtime.InteropServices;

namespace PaymentAbstractions.Journal;

/// <summary>The key of an entry. One key means one payment in one environment: a test does not affect real payments.</summary>
/// <param name="Environment">The environment of the gateway; a gateway without a configured environment counts as Live.</param>
/// <param name="Key">The caller's key.</param>
/// <remarks>Instances are immutable and thread-safe.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct JournalKey(GatewayEnvironment Environment, IdempotencyKey Key)
{
    /// <summary>Returns the environment and the key.</summary>
    /// <returns>For example <c>Live:order-1</c>.</returns>
    public override string ToString() => $"{Environment}:{Key}";
}
