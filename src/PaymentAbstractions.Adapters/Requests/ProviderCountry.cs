namespace PaymentAbstractions.Adapters;

/// <summary>Gets the code that a provider uses for a country, if it differs from the ISO 3166-1 code.</summary>
/// <remarks>
/// Kosovo's <c>XK</c> is kept unless the provider documents its own code, for example <c>QZ</c> at Adyen (active_merchant 4622, 2022). This
/// type is thread-safe.
/// </remarks>
public static class ProviderCountry
{
    /// <summary>Gets the code to send.</summary>
    /// <param name="country">The country of an address, two letters; <see langword="null"/> stays <see langword="null"/>.</param>
    /// <param name="others">Pairs of an ISO 3166-1 code and the provider's own code, for example <c>("XK", "QZ")</c>.</param>
    /// <returns>The provider's own code, or the unchanged code.</returns>
    public static string? Of(string? country, params ReadOnlySpan<(string Country, string Code)> others)
    {
        foreach (var (iso, code) in others)
        {
            if (string.Equals(iso, country, StringComparison.Ordinal))
            {
                return code;
            }
        }

        return country;
    }
}
