namespace PaymentAbstractions.VirtualTerminal;

/// <summary>What <c>transaction/add</c> is asked to do.</summary>
internal sealed record AddOrder
{
    /// <summary>Sale, Authorize or Credit.</summary>
    public required PaymentOperation Type { get; init; }

    public required Money Amount { get; init; }

    public required long CustomerId { get; init; }

    public required long PaymentMethodId { get; init; }

    /// <summary>The caller's text with our mark.</summary>
    public required string Description { get; init; }

    /// <summary>The data of Level II or III; none for Level I.</summary>
    public CommercialCardData? Commercial { get; init; }

    /// <summary>The level that the fields ask for.</summary>
    public CommercialDataLevel Level => DataLevel.Of(Commercial);
}
