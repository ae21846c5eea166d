namespace PaymentAbstractions.Conformance;

/// <summary>A value for a member of a request, used to compare what is sent with and without it.</summary>
/// <param name="Path">The path of the member, as in <see cref="PaymentResult.LeftOutFields"/>.</param>
/// <param name="Before">Creates the request without the value.</param>
/// <param name="After">Creates the request with the value.</param>
/// <param name="Texts">The texts that the sent requests must contain; empty if any change to them is sufficient.</param>
internal sealed record FieldSample(
    string Path,
    Func<PaymentRequest, PaymentRequest> Before,
    Func<PaymentRequest, PaymentRequest> After,
    Func<PaymentRequest, string[]> Texts
)
{
    /// <summary>Equal for samples whose requests without the value are identical.</summary>
    public string Group =>
        Path is "Customer.CreateOrUpdate" or "PaymentMethod.SecurityCode"
        || !Path.Contains('.', StringComparison.Ordinal)
            ? Path
            : Path[..Path.LastIndexOf('.')];
}
