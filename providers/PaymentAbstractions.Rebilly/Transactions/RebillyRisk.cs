namespace PaymentAbstractions.Rebilly;

/// <summary>What Rebilly found out about the risk of a payment. Source: core API reference, <c>riskMetadata</c>; every member may be absent.</summary>
/// <remarks>Immutable, compares by value, thread-safe.</remarks>
public sealed record RebillyRisk
{
    /// <summary>The address of the customer's device, version 4 or 6.</summary>
    public string? IpAddress { get; init; }

    /// <summary>The fingerprint of the device.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Whether the address is a proxy's.</summary>
    public bool? IsProxy { get; init; }

    /// <summary>Whether the address is a VPN's.</summary>
    public bool? IsVpn { get; init; }

    /// <summary>Whether the address is an exit of Tor.</summary>
    public bool? IsTor { get; init; }

    /// <summary>Whether the address belongs to a data center.</summary>
    public bool? IsHosting { get; init; }

    /// <summary>The data center.</summary>
    public string? HostingName { get; init; }

    /// <summary>The provider of the connection.</summary>
    public string? Isp { get; init; }

    /// <summary>The country of the address, two letters.</summary>
    public string? Country { get; init; }

    /// <summary>The region of the address.</summary>
    public string? Region { get; init; }

    /// <summary>The city of the address.</summary>
    public string? City { get; init; }

    /// <summary>The postal code of the address.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The time zone of the address, for example <c>America/New_York</c>.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The latitude in degrees.</summary>
    public decimal? Latitude { get; init; }

    /// <summary>The longitude in degrees.</summary>
    public decimal? Longitude { get; init; }

    /// <summary>How far latitude and longitude may be off; Rebilly documents no unit.</summary>
    public long? AccuracyRadius { get; init; }

    /// <summary>How far the device is from the billing address; Rebilly documents no unit.</summary>
    public decimal? Distance { get; init; }

    /// <summary>Whether the billing address is in another country.</summary>
    public bool? HasMismatchedBillingAddressCountry { get; init; }

    /// <summary>Whether the bank is in another country.</summary>
    public bool? HasMismatchedBankCountry { get; init; }

    /// <summary>Whether the device has another time zone.</summary>
    public bool? HasMismatchedTimeZone { get; init; }

    /// <summary>Whether the holder's name is not the customer's.</summary>
    public bool? HasMismatchedHolderName { get; init; }

    /// <summary>Whether the name looks made up.</summary>
    public bool? HasFakeName { get; init; }

    /// <summary>Whether the country is of high risk.</summary>
    public bool? IsHighRiskCountry { get; init; }

    /// <summary>The payments by the instrument; Rebilly documents no period for this and the next ones.</summary>
    public long? PaymentInstrumentVelocity { get; init; }

    /// <summary>The declines of the instrument.</summary>
    public long? DeclinedPaymentInstrumentVelocity { get; init; }

    /// <summary>The payments by the device.</summary>
    public long? DeviceVelocity { get; init; }

    /// <summary>The payments from the IP address.</summary>
    public long? IpVelocity { get; init; }

    /// <summary>The payments by the e-mail address.</summary>
    public long? EmailVelocity { get; init; }

    /// <summary>The payments by the billing address.</summary>
    public long? BillingAddressVelocity { get; init; }

    /// <summary>The approved payments by the instrument.</summary>
    public long? PaymentInstrumentApprovedTransactionCount { get; init; }

    /// <summary>The score; Rebilly documents no scale.</summary>
    public long? Score { get; init; }

    /// <summary>Says nothing of the customer.</summary>
    /// <returns>The score.</returns>
    public override string ToString() => $"Score {Score}";
}
