using System.Globalization;

namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>The page behind FormPostUrl, which accepts the card and redirects with a token.</summary>
internal static class FormPage
{
    private static readonly string[] Fields =
    [
        "billing-cc-number",
        "billing-cc-exp",
        "billing-cvv",
        "billing-first-name",
        "billing-last-name",
    ];

    public static SandboxResponse Handle(SandboxRequest request, string formId, VirtualTerminalWorld world)
    {
        if (world.Forms.Find(formId) is not { } form)
        {
            return SandboxResponse.Html(404, Page("Unknown form", "There is no such form."));
        }

        switch (request.Method)
        {
            case "GET":
                return SandboxResponse.Html(200, Page("Your card", Inputs()));
            case "POST" when form.TokenId is null:
                return Accept(request, form, world);
            case "POST":
                return SandboxResponse.Html(409, Page("Already sent", "This form was sent before."));
            default:
                return SandboxResponse.Html(405, Page("Not allowed", "Use GET or POST."));
        }
    }

    // An invalid card also leads to a redirect; the problem is reported at completion.
    private static SandboxResponse Accept(SandboxRequest request, HostedForm form, VirtualTerminalWorld world)
    {
        form.Card = ReadCard(request.Form, form.Billing);
        form.TokenId = $"token-{form.Id}";
        var target = form.ReturnUrl ?? new Uri(world.Root, $"{HostedForms.Path}/{form.Id}").ToString();
        var separator = target.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return new SandboxResponse { Status = 302 }.WithHeader(
            "Location",
            $"{target}{separator}token-id={form.TokenId}"
        );
    }

    private static PaymentMethodRecord? ReadCard(IReadOnlyDictionary<string, string> sent, AddressRecord? billing)
    {
        var number = Digits(sent.GetValueOrDefault(Fields[0], ""));
        var expiry = Digits(sent.GetValueOrDefault(Fields[1], ""));
        if (
            !CardNumbers.IsValid(number)
            || expiry.Length != 4
            || !int.TryParse(expiry, NumberStyles.None, CultureInfo.InvariantCulture, out var monthAndYear)
            || monthAndYear / 100 is < 1 or > 12
        )
        {
            return null;
        }

        return new()
        {
            Id = 0,
            CardType = CardNumbers.BrandOf(number) switch
            {
                "MasterCard" => "Mastercard",
                "American Express" => "Amex",
                var brand => brand,
            },
            CardLast4 = number[^4..],
            ExpirationMonth = monthAndYear / 100,
            ExpirationYear = 2000 + (monthAndYear % 100),
            FirstName = sent.GetValueOrDefault(Fields[3]),
            LastName = sent.GetValueOrDefault(Fields[4]),
            Billing = billing,
        };
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static string Inputs() =>
        $"""
            <form method="post">
            {string.Concat(
                Fields.Select(name => $"<label>{name} <input name=\"{name}\" autocomplete=\"off\"></label>")
            )}
            <button>Send</button></form>
            """;

    private static string Page(string title, string body) =>
        $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>
            <body><h1>{title}</h1>{body}</body></html>
            """;
}
