namespace PaymentAbstractions;

/// <summary>What the customer must do before the payment can become final.</summary>
public sealed record NextAction
{
    /// <summary>What to do.</summary>
    public required NextActionKind Kind { get; init; }

    /// <summary>Where the customer does it. Open it for this customer only; do not log it.</summary>
    public required Uri Url { get; init; }

    /// <summary>When the offer lapses, if the provider says so.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The kind and the host: the rest of the address may grant access.</summary>
    /// <returns>For example <c>RedirectCustomer to pay.example.com</c>.</returns>
    public override string ToString() => $"{Kind} to {(Url.IsAbsoluteUri ? Url.Host : "(relative)")}";
}
