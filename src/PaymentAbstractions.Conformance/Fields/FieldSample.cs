namespace PaymentAbstractions.Conformance;

/// <summary>A member of requests with a value: what is sent without it and with it.</summary>
/// <param name="Path">The member, as <see cref="PaymentResult.LeftOutFields"/> names it.</param>
/// <param name="Before">Makes the request without the value.</param>
/// <param name="After">Makes the request with the value.</param>
/// <param name="Texts">What must then stand in what is sent; empty when anything that changes there will do.</param>
internal sealed record FieldSample(
    string Path,
    Func<PaymentRequest, PaymentRequest> Before,
    Func<PaymentRequest, PaymentRequest> After,
    Func<PaymentRequest, string[]> Texts
)
{
    /// <summary>Equal for samples whose requests without the value are the same.</summary>
    public string Group =>
        Path is "Customer.CreateOrUpdate" or "PaymentMethod.SecurityCode"
        || !Path.Contains('.', StringComparison.Ordinal)
            ? Path
            : Path[..Path.LastIndexOf('.')];
}
