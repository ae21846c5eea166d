namespace PaymentAbstractions;

/// <summary>Until when a provider is trusted to know a key.</summary>
internal static class KeyWindow
{
    // Clocks differ, and an exchange takes its time.
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    /// <param name="capabilities">What the provider honours, and for how long.</param>
    /// <param name="operation">What is sent.</param>
    /// <param name="firstStartedAt">When the key was used first.</param>
    /// <param name="clockMargin">How far the clock may have been set back since.</param>
    /// <returns>The end of the window less a margin; <see langword="null"/> when the provider does not honour the key.</returns>
    public static DateTimeOffset? Until(
        GatewayCapabilities capabilities,
        PaymentOperation operation,
        DateTimeOffset firstStartedAt,
        TimeSpan clockMargin = default
    ) =>
        capabilities.HonoursKey(operation)
            ? firstStartedAt + (capabilities.IdempotencyWindow - Margin - clockMargin)
            : null;
}
