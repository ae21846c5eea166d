using System.Globalization;
using System.Text.Json.Nodes;

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

    private static readonly (string Name, string Number, string Expiry)[] TestCards =
    [
        ("Visa, approved", "4111111111111111", "1249"),
        ("Mastercard, approved", "5555555555554444", "1249"),
        ("Visa, expired", "4111111111111111", "1220"),
        ("A wrong number", "4111111111111112", "1249"),
    ];

    public static SandboxResponse Handle(SandboxRequest request, string formId, VirtualTerminalWorld world)
    {
        if (world.Forms.Find(formId) is not { } form)
        {
            return CustomerPage.Of("Unknown form", "<p>There is no such form.</p>", status: 404);
        }

        switch (request.Method)
        {
            case "GET":
                return Entry(form);
            case "POST" when form.TokenId is null:
                return Accept(request, form, world);
            case "POST":
                return CustomerPage.Of("Already sent", "<p>This form was sent before.</p>", status: 409);
            default:
                return CustomerPage.Of("Not allowed", "<p>Use GET or POST.</p>", status: 405);
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

    // The provider documents the fields and the redirect. The page around them is the sandbox's own.
    private static SandboxResponse Entry(HostedForm form) =>
        CustomerPage.Of(
            "Card details",
            $"""
            <form method="post" target="_top">
            <div class="row"><div><label for="first">First name</label>
            <input id="first" name="{Fields[3]}" autocomplete="cc-given-name"></div>
            <div><label for="last">Last name</label>
            <input id="last" name="{Fields[4]}" autocomplete="cc-family-name"></div></div>
            <label for="number">Card number</label>
            <input id="number" name="{Fields[0]}" inputmode="numeric" autocomplete="cc-number" required>
            <div class="row"><div><label for="expiry">Expiry date (MMYY)</label>
            <input id="expiry" name="{Fields[
                1
            ]}" inputmode="numeric" autocomplete="cc-exp" pattern="\d\d\s*/?\s*\d\d" placeholder="1249" required></div>
            <div><label for="code">Security code</label>
            <input id="code" name="{Fields[
                2
            ]}" inputmode="numeric" autocomplete="cc-csc" pattern="\d\d\d\d?" required></div></div>
            <button type="submit" data-testid="submit-card">Use this card</button></form>
            {CustomerPage.TestCards(TestCards.Select(card => (card.Name, Filled(card.Number, card.Expiry))))}
            <p class="hint">The card goes to the emulated virtual terminal and never to the shop. Never enter a real card.</p>
            """,
            Uri.TryCreate(form.ReturnUrl, UriKind.Absolute, out var shop) ? shop : null
        );

    private static JsonObject Filled(string number, string expiry) =>
        new()
        {
            [Fields[0]] = number,
            [Fields[1]] = expiry,
            [Fields[2]] = "123",
        };
}
