namespace PaymentAbstractions.Rebilly;

/// <summary>Rebilly's risk data of a payment. Source: core API reference, <c>riskMetadata</c>; every member may be absent.</summary>
/// <remarks>Immutable, compares by value, thread-safe.</remarks>
public sealed record RebillyRisk
{
    /// <summary>The IP address of the customer's device, version 4 or 6.</summary>
    public string? IpAddress { get; init; }

    /// <summary>The fingerprint of the device.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Whether the IP address belongs to a proxy.</summary>
    public bool? IsProxy { get; init; }

    /// <summary>Whether the IP address belongs to a VPN.</summary>
    public bool? IsVpn { get; init; }

    /// <summary>Whether the IP address is a Tor exit node.</summary>
    public bool? IsTor { get; init; }

    /// <summary>Whether the IP address belongs to a data center.</summary>
    public bool? IsHosting { get; init; }

    /// <summary>The name of the data center.</summary>
    public string? HostingName { get; init; }

    /// <summary>The internet service provider.</summary>
    public string? Isp { get; init; }

    /// <summary>The two-letter country code of the IP address.</summary>
    public string? Country { get; init; }

    /// <summary>The region of the IP address.</summary>
    public string? Region { get; init; }

    /// <summary>The city of the IP address.</summary>
    public string? City { get; init; }

    /// <summary>The postal code of the IP address.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The time zone of the IP address, for example <c>America/New_York</c>.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The latitude in degrees.</summary>
    public decimal? Latitude { get; init; }

    /// <summary>The longitude in degrees.</summary>
    public decimal? Longitude { get; init; }

    /// <summary>The accuracy radius of the latitude and longitude; Rebilly documents no unit.</summary>
    public long? AccuracyRadius { get; init; }

    /// <summary>The distance between the device and the billing address; Rebilly documents no unit.</summary>
    public decimal? Distance { get; init; }

    /// <summary>Whether the country of the billing address does not match.</summary>
    public bool? HasMismatchedBillingAddressCountry { get; init; }

    /// <summary>Whether the country of the bank does not match.</summary>
    public bool? HasMismatchedBankCountry { get; init; }

    /// <summary>Whether the time zone does not match.</summary>
    public bool? HasMismatchedTimeZone { get; init; }

    /// <summary>Whether the holder's name differs from the customer's.</summary>
    public bool? HasMismatchedHolderName { get; init; }

    /// <summary>Whether the name looks fake.</summary>
    public bool? HasFakeName { get; init; }

    /// <summary>Whether the country has a high risk.</summary>
    public bool? IsHighRiskCountry { get; init; }

    /// <summary>The number of payments by the instrument; Rebilly documents no period for this member and the following ones.</summary>
    public long? PaymentInstrumentVelocity { get; init; }

    /// <summary>The number of declined payments by the instrument.</summary>
    public long? DeclinedPaymentInstrumentVelocity { get; init; }

    /// <summary>The number of payments by the device.</summary>
    public long? DeviceVelocity { get; init; }

    /// <summary>The number of payments from the IP address.</summary>
    public long? IpVelocity { get; init; }

    /// <summary>The number of payments with the email address.</summary>
    public long? EmailVelocity { get; init; }

    /// <summary>The number of payments with the billing address.</summary>
    public long? BillingAddressVelocity { get; init; }

    /// <summary>The number of approved payments by the instrument.</summary>
    public long? PaymentInstrumentApprovedTransactionCount { get; init; }

    /// <summary>The risk score; Rebilly documents no scale.</summary>
    public long? Score { get; init; }

    /// <summary>Returns the score only, because the other members are personal data.</summary>
    /// <returns>The score.</returns>
    public override string ToString() => $"Score {Score}";
}
