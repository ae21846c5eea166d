namespace PaymentAbstractions.Testing;

/// <summary>The provider's answer, and the result that it enters in its books; the two differ when an answer is lost.</summary>
internal sealed record FakeAnswer(PaymentResult Result, PaymentResult? Entered)
{
    public static FakeAnswer Of(PaymentResult result) => new(result, result);
}
