namespace PaymentAbstractions;

/// <summary>The customer's browser posts a form to an address of the provider.</summary>
/// <remarks>The form is sent from the browser, as <c>application/x-www-form-urlencoded</c>; never from the server.</remarks>
public sealed record FormPostAction : NextAction
{
    /// <summary>The address that the form is posted to. Open it for this customer only; do not log it.</summary>
    public required Uri Url { get; init; }

    /// <summary>The hidden fields of the form, in order, names and values.</summary>
    public Metadata Fields { get; init; } = [];

    /// <summary>The fields that the customer fills in, in order. What is entered goes to <see cref="Url"/> and nowhere else.</summary>
    /// <value>Default none: the form is posted as it is.</value>
    public ValueList<FormInput> Inputs { get; init; } = [];

    /// <summary>The kind, the host and the names of the hidden fields.</summary>
    /// <returns>For example <c>Form post to pay.example.com [PaReq, MD]</c>.</returns>
    public override string ToString() => $"Form post to {HostOf(Url)} {Fields}";
}
