namespace PaymentAbstractions;

/// <summary>The customer opens an address of the provider, for example to approve the payment or to log in to a bank.</summary>
public sealed record RedirectAction : NextAction
{
    /// <summary>The address. Open it for this customer only; do not log it.</summary>
    public required Uri Url { get; init; }

    /// <summary>
    /// How the address may be opened, the recommended way first. The default is <see cref="RedirectPresentation.WholePage"/>.
    /// </summary>
    public ValueList<RedirectPresentation> Presentations { get; init; } = [RedirectPresentation.WholePage];

    /// <summary>The kind and the host.</summary>
    /// <returns>For example <c>Redirect to pay.example.com</c>.</returns>
    public override string ToString() => $"Redirect to {HostOf(Url)}";
}
