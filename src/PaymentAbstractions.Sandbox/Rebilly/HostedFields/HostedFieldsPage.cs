using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>
/// A page of the emulator's own that stands for hosted fields: a shop frames it, and the card goes from it to the documented operation
/// <c>POST tokens</c>. The token goes to the shop by a form, as the field <c>token</c>. It imitates no script of the provider.
/// </summary>
internal static class HostedFieldsPage
{
    public const string Path = "hosted-fields";

    private static readonly (string Name, string Number, string Expiry)[] Cards =
    [
        ("Visa, approved", "4111111111111111", "12/49"),
        ("MasterCard, approved", "5555555555554444", "12/49"),
        ("Visa, asks for approval", TestCards.AsksForApproval, "12/49"),
        ("Visa, declined", "4000000000000002", "12/49"),
        ("Visa, expired", "4111111111111111", "12/20"),
    ];

    // The card is read from the fields when the form is sent, and kept nowhere.
    private const string Script = """
        const form = document.getElementById("card");
        form.addEventListener("submit", async (event) => {
          event.preventDefault();
          const button = form.querySelector("button[type=submit]");
          const problem = document.getElementById("problem");
          const field = (name) => form.elements[name].value.trim();
          button.disabled = true;
          problem.textContent = "";
          try {
            const [month, year] = field("expiry").split("/").map((part) => Number(part.trim()));
            const answer = await fetch(form.dataset.tokens, {
              method: "POST",
              headers: { "Content-Type": "application/json", Authorization: form.dataset.key },
              body: JSON.stringify({
                method: "payment-card",
                paymentInstrument: {
                  pan: field("number").replace(/\D/g, ""),
                  expMonth: month,
                  expYear: year < 100 ? 2000 + year : year,
                  cvv: field("code"),
                },
                ...(form.dataset.address ? { billingAddress: JSON.parse(form.dataset.address) } : {}),
              }),
            });
            if (answer.status !== 201) {
              throw new Error("The card was not accepted. Check the number, the expiry date and the security code.");
            }
            const back = document.getElementById("back");
            back.elements.token.value = (await answer.json()).id;
            back.submit();
          } catch (error) {
            problem.textContent = error.message;
            button.disabled = false;
          }
        });
        """;

    public static SandboxResponse Handle(SandboxRequest request, Organization organization)
    {
        if (request.Method != "GET")
        {
            return CustomerPage.Of("Not allowed", "<p>Use GET.</p>", status: 405);
        }

        var query = request.Query;
        if (
            !Uri.TryCreate(query.GetValueOrDefault("returnUrl"), UriKind.Absolute, out var shop)
            || !(shop.Scheme == Uri.UriSchemeHttps || (shop.Scheme == Uri.UriSchemeHttp && shop.IsLoopback))
        )
        {
            return CustomerPage.Of(
                "No address to return to",
                "<p>Give <code>returnUrl</code>: an absolute https address, or http on loopback.</p>",
                status: 400
            );
        }

        return CustomerPage.Of("Card details", Body(query, organization, shop), shop, Script);
    }

    private static string Body(IReadOnlyDictionary<string, string> query, Organization organization, Uri shop)
    {
        var account = organization.Account;
        var key = query.GetValueOrDefault("publishableKey", account.PublishableKey);
        return $"""
            <form id="card" data-key="{CustomerPage.Encode(key)}" data-tokens="/organizations/{CustomerPage.Encode(
                Uri.EscapeDataString(account.OrganizationId)
            )}/tokens" data-address="{CustomerPage.Encode(query.GetValueOrDefault("billingAddress"))}">
            <label for="number">Card number</label>
            <input id="number" name="number" inputmode="numeric" autocomplete="cc-number" required>
            <div class="row"><div><label for="expiry">Expiry date (MM/YY)</label>
            <input id="expiry" name="expiry" inputmode="numeric" autocomplete="cc-exp" pattern="\d\d\s*/\s*(\d\d|\d\d\d\d)" placeholder="12/49" required></div>
            <div><label for="code">Security code</label>
            <input id="code" name="code" inputmode="numeric" autocomplete="cc-csc" pattern="\d\d\d\d?" required></div></div>
            <p id="problem" class="problem" role="alert"></p>
            <button type="submit" data-testid="submit-card">Use this card</button></form>
            <form id="back" method="post" target="_top" action="{CustomerPage.Encode(shop.AbsoluteUri)}"><input type="hidden" name="token"></form>
            {CustomerPage.TestCards(Cards.Select(card => (card.Name, Fields(card.Number, card.Expiry))))}
            <p class="hint">The card goes to the emulated Rebilly and never to the shop. Never enter a real card.</p>
            """;
    }

    private static JsonObject Fields(string number, string expiry) =>
        new()
        {
            ["number"] = number,
            ["expiry"] = expiry,
            ["code"] = "123",
        };
}
