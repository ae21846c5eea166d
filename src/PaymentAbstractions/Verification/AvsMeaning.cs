namespace PaymentAbstractions;

/// <summary>The meaning of one AVS letter.</summary>
internal sealed class AvsMeaning(
    string code,
    VerificationMatch street,
    VerificationMatch postalCode,
    VerificationMatch name = VerificationMatch.NotProvided
)
{
    public string Code { get; } = code;

    public VerificationMatch Street { get; } = street;

    public VerificationMatch PostalCode { get; } = postalCode;

    public VerificationMatch Name { get; } = name;
}
