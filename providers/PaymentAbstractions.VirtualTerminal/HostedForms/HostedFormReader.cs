using PaymentAbstractions.Http;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Reads the opened form and lists the fields that the customer fills in.</summary>
/// <remarks>Source: the pages on submitting a new transaction and on tasks; the field names are those that public clients use.</remarks>
internal static class HostedFormReader
{
    private static readonly ValueList<FormInput> Inputs =
    [
        new() { Name = "billing-cc-number", Kind = FormInputKind.CardNumber },
        new() { Name = "billing-cc-exp", Kind = FormInputKind.CardExpiry },
        new() { Name = "billing-cvv", Kind = FormInputKind.SecurityCode },
        new() { Name = "billing-first-name", Kind = FormInputKind.FirstName },
        new() { Name = "billing-last-name", Kind = FormInputKind.LastName },
    ];

    /// <returns>The form; <see langword="null"/> when the answer does not indicate success or has no address that a card may be sent
    /// to.</returns>
    public static FormPostAction? Read(TransportAnswer answer) =>
        TransactionReader.FieldsOf(answer) is { } fields
        && fields.DecidingFlag("Success") == true
        && Uri.TryCreate(fields.Text("FormPostUrl"), UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
        && fields.Problem is null
            ? new FormPostAction { Url = url, Inputs = Inputs }
            : null;
}
