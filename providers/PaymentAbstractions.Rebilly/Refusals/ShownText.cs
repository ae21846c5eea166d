using System.Diagnostics.CodeAnalysis;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Rebilly;

/// <summary>Makes what Rebilly wrote fit to be shown: whatever secret it repeats is masked.</summary>
internal sealed class ShownText
{
    private readonly RedactionOptions _options;

    private ShownText(IReadOnlyList<string> secrets)
    {
        _options = new RedactionOptions { Secrets = secrets };
    }

    /// <summary>For an answer to a request: the API key and what the request holds are masked by their values.</summary>
    public static ShownText For(RebillyAccount account, PaymentMethod? method = null)
    {
        var key = account.Options.ApiKey!.Reveal();
        return method switch
        {
            TokenPaymentMethod { Token: { } token } => new([key, token.Reveal()]),
            PaymentCard { Number: { } number } card => new([key, number.Reveal(), card.SecurityCode?.Reveal() ?? ""]),
            BbanBankAccount { AccountNumber: { } number } => new([key, number.Reveal()]),
            IbanBankAccount { AccountNumber: { } number } => new([key, number.Reveal()]),
            _ => new([key]),
        };
    }

    [return: NotNullIfNotNull(nameof(text))]
    public string? Mask(string? text) => text is null ? null : Redactor.Redact(text, _options);

    public ProviderAnswer? Mask(TransportAnswer answer) =>
        answer.StatusCode == 0
            ? null
            : new ProviderAnswer { HttpStatus = answer.StatusCode, Body = Redactor.Redact(answer.Body.Span, _options) };
}
