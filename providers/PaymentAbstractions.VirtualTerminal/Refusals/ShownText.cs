using System.Diagnostics.CodeAnalysis;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Makes what the provider wrote fit to be shown: the API key and whatever looks like card data are masked.</summary>
internal sealed class ShownText(ApiKey key)
{
    private readonly RedactionOptions _options = new() { Secrets = [key.Reveal()] };

    [return: NotNullIfNotNull(nameof(text))]
    public string? Mask(string? text) => text is null ? null : Redactor.Redact(text, _options);

    public ProviderAnswer? Mask(TransportAnswer answer) =>
        answer.StatusCode == 0
            ? null
            : new ProviderAnswer { HttpStatus = answer.StatusCode, Body = Redactor.Redact(answer.Body.Span, _options) };
}
