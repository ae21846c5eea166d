namespace PaymentAbstractions;

/// <summary>The address of a person or company. Every part is optional; adapters check their providers' limits.</summary>
public sealed record Address
{
    /// <summary>The given name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The family name.</summary>
    public string? LastName { get; init; }

    /// <summary>The company.</summary>
    public string? Organization { get; init; }

    /// <summary>Street and number.</summary>
    public string? Line1 { get; init; }

    /// <summary>Apartment, floor or dock.</summary>
    public string? Line2 { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>State, province or region.</summary>
    public string? Region { get; init; }

    /// <summary>The postal code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>
    /// The country, two upper-case letters (ISO 3166-1 alpha-2), one of <see cref="PaymentAbstractions.Country.All"/>: GB, not UK; GR, not
    /// EL.
    /// </summary>
    public string? Country { get; init; }

    /// <summary>A telephone number.</summary>
    public string? Phone { get; init; }

    /// <summary>An e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The country only, because a text may be logged.</summary>
    /// <returns>For example <c>Address in GB</c>.</returns>
    public override string ToString() => Country is null ? "Address" : $"Address in {Country}";
}
