namespace PaymentAbstractions;

/// <summary>The customer's browser posts a form to an address of the provider.</summary>
/// <remarks>The browser sends the form as <c>application/x-www-form-urlencoded</c>; the server never sends it.</remarks>
public sealed record FormPostAction : NextAction
{
    /// <summary>The address that the form is posted to. Open it for this customer only; do not log it.</summary>
    public required Uri Url { get; init; }

    /// <summary>The names and values of the hidden fields of the form, in order.</summary>
    public Metadata Fields { get; init; } = [];

    /// <summary>The fields that the customer fills in, in order. The input is sent only to <see cref="Url"/>.</summary>
    /// <value>The default is an empty list: the form is posted as it is.</value>
    public ValueList<FormInput> Inputs { get; init; } = [];

    /// <summary>The kind, the host and the names of the hidden fields.</summary>
    /// <returns>For example <c>Form post to pay.example.com [PaReq, MD]</c>.</returns>
    public override string ToString() => $"Form post to {HostOf(Url)} {Fields}";
}
