using System.Text;

namespace PaymentAbstractions.Conventions;

/// <summary>The page of response codes is made from the table that the library reads them by.</summary>
public sealed class ResponseCodePageTests
{
    private const string Page = "docs/response-codes.md";

    private const string Head = """
        # Response codes

        What the library reads every response code of an issuer as, by the brand of the card: the data of `ResponseCodeTable.Default`, version
        {0}. This page is made from the data by a test. Category and advice are the library's reading, not a promise of any scheme; a row
        with `(?)` is a conservative one that no source confirms, or about which sources disagree.

        How a code is read:

        1. The row of the card's brand counts, else the neutral one. Maestro is read as Mastercard.
        2. Where the brand is not known the strictest of all rows counts, and what approves only at one brand approves nothing.
        3. Codes of three digits come to two characters; the original stays beside them. American Express has a table of its own, everyone
           else that of ISO 8583:1993.
        4. At Mastercard the merchant advice code comes before the code's own advice, where the provider passes it on.
        5. A soft decline advises to authenticate the customer once; for a payment that the merchant began, to bring the customer back.
        6. Only Visa has retry categories. Retries are counted for a card, a merchant and an amount: Visa lets 20 be made in 30 days (its
           customers' and merchants' ones apart; checkout.com 2026-03-04), Mastercard 34 after the first decline and 10 declines in a day (Braintree 2023, TabaPay
           2026-02). For other brands, and where the brand is not known, the limit is Visa's, the lower one; to authenticate, one
           try. Where the advice leads to no other try of the card, none is left.

        `Payments:ResponseCodes` overrides rows: `{{ "Version": "house-1", "Visa": {{ "83": {{ "Advice": "DoNotRetry" }} }} }}`; the brand
        `Neutral` is that of all others. No override can approve what the table does not.

        """;

    [Fact]
    public async Task The_page_shows_the_table()
    {
        var path = Repository.FullPath(Page);
        var expected = Write();
        var actual = File.Exists(path) ? await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken) : "";
        if (expected != actual)
        {
            await File.WriteAllTextAsync(path + ".received", expected, TestContext.Current.CancellationToken);
        }

        Assert.Equal(expected, actual);
    }

    private static string Write()
    {
        var table = ResponseCodeTable.Default;
        var page = new StringBuilder().AppendFormat(null, Head.ReplaceLineEndings("\n"), table.Version);
        foreach (
            var brand in table
                .Rows.Where(row => row.Code.Length == 2 || row.Brand.IsSpecified)
                .GroupBy(row => row.Brand)
        )
        {
            Section(page, brand.Key.IsSpecified ? brand.Key.Value : "Neutral", brand);
        }

        page.Append(
            "\n## ISO 8583:1993\n\nThree digits, and what they are read as; the pairs are this library's (?).\n\n| Code | Read as |\n|---|---|\n"
        );
        foreach (var three in Enumerable.Range(0, 1000).Select(number => $"{number:000}"))
        {
            // JCB has no readings of its own.
            var code = ResponseCode.FromProvider(three, CardBrand.Jcb);
            page.Append(code.Original is null ? "" : $"| {three} | {code.Value} |\n");
        }

        page.Append(
            "\n## Mastercard's merchant advice codes\n\n| Code | Meaning | Advice | Wait |\n|---|---|---|---|\n"
        );
        foreach (var advice in MerchantAdvice.Known)
        {
            var wait = advice.Wait is { } span ? $"{span.TotalHours:0} h" : "";
            page.Append(
                null,
                $"| {advice.Code} | {Marked(advice.Meaning, advice.IsUnconfirmed)} | {advice.Advice?.ToString() ?? "that of the code"} | {wait} |\n"
            );
        }

        return page.ToString();
    }

    private static void Section(StringBuilder page, string name, IEnumerable<ResponseRow> rows)
    {
        page.Append(
            null,
            $"\n## {name}\n\n| Code | Meaning | Category | Advice | Visa's category | Source |\n|---|---|---|---|---|---|\n"
        );
        foreach (var row in rows)
        {
            var code = row.IsForUnauthenticated ? $"{row.Code}, not authenticated" : row.Code;
            Line(page, row, row.MapsTo is null ? code : $"{row.Code} = {row.MapsTo}");
        }
    }

    private static void Line(StringBuilder page, ResponseRow row, string code)
    {
        var category = row.RetryCategory == RetryCategory.None ? "" : $"{(int)row.RetryCategory} {row.RetryCategory}";
        var retries = row.Retries is { } some ? $", {some.MaxRetries} try" : "";
        page.Append(
            null,
            $"| {code} | {Marked(row.Meaning, row.IsUnconfirmed)} | {row.Category} | {row.Advice}{retries} | {category} | {row.Source} |\n"
        );
    }

    private static string Marked(string text, bool isUnconfirmed) => isUnconfirmed ? $"{text} (?)" : text;
}
