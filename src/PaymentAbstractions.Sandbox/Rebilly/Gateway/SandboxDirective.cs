using System.Globalization;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>A directive to the gateway inside a description: <c>[sandbox code=51 avs=N]</c>.</summary>
internal sealed record SandboxDirective
{
    public string? Code { get; private init; }

    public decimal? Amount { get; private init; }

    public string? Avs { get; private init; }

    public string? Cvv { get; private init; }

    public string? Status { get; private init; }

    public string? Result { get; private init; }

    public bool IgnoreAuthorization { get; private init; }

    /// <summary>Reads the directive of a description; null when it is invalid.</summary>
    public static SandboxDirective? Parse(string? description)
    {
        if (DirectiveWords.Read(description) is not { } words)
        {
            return null;
        }

        SandboxDirective? directive = new();
        foreach (var word in words)
        {
            directive = directive?.With(word.Name, word.Value);
        }

        return directive is { Code: { } code } && ResponseMessages.IsPartialApproval(code) && directive.Amount is null
            ? null
            : directive;
    }

    private SandboxDirective? With(string name, string? value) =>
        name switch
        {
            "code" when value?.Length is > 0 and <= 8 && value.All(char.IsAsciiLetterOrDigit) => this with
            {
                Code = value,
            },
            "amount" when decimal.TryParse(value, CultureInfo.InvariantCulture, out var amount) && amount > 0 =>
                this with
                {
                    Amount = amount,
                },
            "avs" when value?.Length == 1 => this with { Avs = value },
            "cvv" when value?.Length == 1 => this with { Cvv = value },
            "status" when value is not null && TransactionStatus.IsPending(value) => this with { Status = value },
            "result" when value is not null && TransactionResult.IsFinal(value) => this with { Result = value },
            "ignore-authorization" when value is null => this with { IgnoreAuthorization = true },
            _ => null,
        };
}
