namespace PaymentAbstractions.Adapters;

/// <summary>Gives the code that a provider has for a country, where that is another one than the one of ISO 3166-1.</summary>
/// <remarks>
/// Kosovo's <c>XK</c> is kept unless the provider documents a code of its own, for example <c>QZ</c> at Adyen
/// (active_merchant 4622, 2022). Thread-safe.
/// </remarks>
public static class ProviderCountry
{
    /// <summary>Gives the code that is sent.</summary>
    /// <param name="country">The country of an address, two letters; none stays none.</param>
    /// <param name="others">The provider's own codes by those of ISO 3166-1, for example <c>("XK", "QZ")</c>.</param>
    /// <returns>The provider's own code, or the code as it is.</returns>
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
