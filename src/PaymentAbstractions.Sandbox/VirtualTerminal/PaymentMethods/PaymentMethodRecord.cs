namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>A card; <see cref="Id"/> is 0 unless it is stored.</summary>
internal sealed record PaymentMethodRecord
{
    public required long Id { get; init; }

    public required string CardType { get; init; }

    public required string CardLast4 { get; init; }

    public required int ExpirationMonth { get; init; }

    public required int ExpirationYear { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public AddressRecord? Billing { get; init; }

    public static PaymentMethodRecord Of(VirtualTerminalSandboxPaymentMethod method) =>
        new()
        {
            Id = method.Id,
            CardType = method.CardType,
            CardLast4 = method.CardLast4,
            ExpirationMonth = method.ExpirationMonth,
            ExpirationYear = method.ExpirationYear,
            FirstName = method.CardholderFirstName,
            LastName = method.CardholderLastName,
        };

    public bool IsExpired(DateTimeOffset now) => (ExpirationYear * 12) + ExpirationMonth < (now.Year * 12) + now.Month;
}
