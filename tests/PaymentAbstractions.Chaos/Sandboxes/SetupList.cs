using System.Globalization;
using System.Text.Json;

namespace PaymentAbstractions.Chaos;

/// <summary>Reads the set-ups that the emulated Rebilly shows, as a merchant would.</summary>
internal static class SetupList
{
    private const int MaxOnPage = 1000;

    public static async Task<IReadOnlyList<SetupRecord>> ReadAsync(string rebilly)
    {
        var found = new List<SetupRecord>();
        using var client = new HttpClient { BaseAddress = new Uri(rebilly) };
        foreach (var gateway in ChaosGateway.All.Where(gateway => gateway.IsRebilly))
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Get,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"organizations/{gateway.Account}/transactions?filter=type:setup&limit={MaxOnPage}"
                )
            );
            request.Headers.Add("REB-APIKEY", gateway.Key);
            using var response = await client.SendAsync(request);
            response.EnsureSuccessStatusCode();
            using var page = JsonDocument.Parse(await response.Content.ReadAsStreamAsync());
            found.AddRange(page.RootElement.EnumerateArray().Where(MayStand).Select(one => Of(gateway, one)));
            if (page.RootElement.GetArrayLength() == MaxOnPage)
            {
                throw new InvalidOperationException("There are more set-ups than one page shows: take fewer payments.");
            }
        }

        return found;
    }

    // A set-up that was declined, or canceled because it never reached the gateway, has set up no card.
    private static bool MayStand(JsonElement one) => Text(one, "result") is "approved" or "unknown";

    private static SetupRecord Of(ChaosGateway gateway, JsonElement one) =>
        new(gateway.Account, Text(one, "id"), Text(one, "customerId"));

    private static string Text(JsonElement one, string name) => one.GetProperty(name).GetString() ?? "";
}
