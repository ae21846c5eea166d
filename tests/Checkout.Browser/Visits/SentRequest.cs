namespace Checkout.Browser.Visits;

/// <summary>A request that the browser sent to the shop.</summary>
public sealed record SentRequest(string Method, string Url, string Body)
{
    /// <summary>The card numbers in it, also when they are grouped.</summary>
    public IEnumerable<string> CardNumbers()
    {
        var text = Uri.UnescapeDataString($"{Url} {Body}")
            .Replace(" ", "", StringComparison.Ordinal)
            .Replace("+", "", StringComparison.Ordinal)
            .Replace("-", "", StringComparison.Ordinal);
        return TestCard.Numbers.Where(number => text.Contains(number, StringComparison.Ordinal));
    }
}
