namespace PaymentAbstractions.Adapters;

/// <summary>An attempt as an adapter sees it: to be written, or to be found again.</summary>
/// <remarks>Immutable.</remarks>
public sealed record AdapterAttempt
{
    /// <summary>What was or is asked for.</summary>
    public required PaymentAttempt Attempt { get; init; }

    /// <summary>The key as it goes on the wire: 40 characters of <c>0-9 a-f</c>.</summary>
    public required string WireKey { get; init; }

    /// <summary>What the provider is asked to do: <see cref="HttpPaymentAdapter.PerformsAs"/>.</summary>
    public required PaymentOperation PerformsAs { get; init; }

    /// <summary>The request; none in a look-up, which knows the attempt alone.</summary>
    public PaymentRequest? Request { get; init; }

    /// <summary>The original that was read first; none where nothing is read.</summary>
    public OriginalTransaction? Original { get; init; }

    /// <summary>
    /// The amount that the provider is asked for: that of the attempt, or all that the original took where the attempt names none.
    /// </summary>
    public Money? Amount => Attempt.Amount ?? Original?.Transaction.Returnable;
}
