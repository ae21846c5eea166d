namespace PaymentAbstractions.Rebilly.Wire;

/// <summary>A customer or a payment instrument, of which only the ids are read.</summary>
internal sealed class IdentityBody
{
    public string? Id { get; set; }

    public string? CustomerId { get; set; }
}
