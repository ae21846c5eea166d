namespace PaymentAbstractions.Testing;

/// <summary>What the provider answers, and what it enters in its books: the two differ when an answer is lost.</summary>
internal sealed record FakeAnswer(PaymentResult Result, PaymentResult? Entered)
{
    public static FakeAnswer Of(PaymentResult result) => new(result, result);
}
