using System.Text.Json;
using System.Web;
using PaymentAbstractions;
using PaymentAbstractions.Rebilly;

namespace Checkout.Tour;

/// <summary>The customer's browser: does what a next action asks, and comes back to the shop.</summary>
internal static class Browser
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <returns>The fields that it brings to the return address.</returns>
    public static Task<IReadOnlyDictionary<string, string>> EnterAsync(NextAction? action, PaymentCard card) =>
        action switch
        {
            FormPostAction form => PostAsync(form.Url, FillIn(form, card)),
            RedirectAction page => PostAsync(page.Url, [KeyValuePair.Create("decision", "approve")]),
            RebillyTokenAction token => ExchangeAsync(token, card),
            _ => throw new InvalidOperationException($"The browser cannot do this: {action}."),
        };

    private static IEnumerable<KeyValuePair<string, string>> FillIn(FormPostAction form, PaymentCard card) =>
        form.Fields.Concat(
            form.Inputs.Select(input =>
                KeyValuePair.Create(
                    input.Name,
                    input.Kind switch
                    {
                        FormInputKind.CardNumber => card.Number.Reveal(),
                        FormInputKind.CardExpiry => $"{card.ExpiryMonth:00}{card.ExpiryYear % 100:00}",
                        FormInputKind.SecurityCode => card.SecurityCode!.Reveal(),
                        FormInputKind.FirstName => "Ada",
                        FormInputKind.LastName => "Lovelace",
                        _ => "",
                    }
                )
            )
        );

    private static async Task<IReadOnlyDictionary<string, string>> PostAsync(
        Uri page,
        IEnumerable<KeyValuePair<string, string>> fields
    )
    {
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await Http.PostAsync(page, content);
        var query = HttpUtility.ParseQueryString(answer.Headers.Location?.Query ?? "");
        return query.AllKeys.OfType<string>().ToDictionary(name => name, name => query[name]!, StringComparer.Ordinal);
    }

    private static async Task<IReadOnlyDictionary<string, string>> ExchangeAsync(
        RebillyTokenAction action,
        PaymentCard card
    )
    {
        var billing = action.BillingAddress;
        using var request = new HttpRequestMessage(HttpMethod.Post, action.Url);
        request.Headers.TryAddWithoutValidation("Authorization", action.PublishableKey);
        request.Content = JsonContent.Create(
            new
            {
                method = "payment-card",
                paymentInstrument = new
                {
                    pan = card.Number.Reveal(),
                    expMonth = card.ExpiryMonth,
                    expYear = card.ExpiryYear,
                    cvv = card.SecurityCode!.Reveal(),
                },
                billingAddress = new
                {
                    firstName = billing?.FirstName,
                    lastName = billing?.LastName,
                    address = billing?.Line1,
                    city = billing?.City,
                    postalCode = billing?.PostalCode,
                    country = billing?.Country,
                },
            }
        );
        using var answer = await Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        return new Dictionary<string, string>(StringComparer.Ordinal) { [RebillyTokenAction.TokenField] = token };
    }
}
