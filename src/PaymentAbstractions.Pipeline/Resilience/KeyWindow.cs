namespace PaymentAbstractions;

/// <summary>Until when a provider is trusted to know a key.</summary>
internal static class KeyWindow
{
    // Clocks differ, and an exchange takes its time.
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    /// <returns>The end of the window less a margin; <see langword="null"/> when the provider does not honour the key.</returns>
    public static DateTimeOffset? Until(
        GatewayCapabilities capabilities,
        PaymentOperation operation,
        DateTimeOffset firstStartedAt
    ) => capabilities.HonoursKey(operation) ? firstStartedAt + (capabilities.IdempotencyWindow - Margin) : null;
}
