using System.Text;

namespace PaymentAbstractions.Conventions;

/// <summary>The page of response codes is made from the table that the library reads them by.</summary>
public sealed class ResponseCodePageTests
{
    private const string Page = "docs/response-codes.md";

    private const string Head = """
        # Response codes

        How the library interprets each issuer response code, by card brand: the data of `ResponseCodeTable.Default`, version {0}. This page
        is made from the data by a test. Category and advice are the library's reading, not a promise of any scheme; a row with `(?)` is a
        conservative one that no source confirms, or about which sources disagree.

        ## How a code is read

        1. The row of the card's brand counts, else the neutral one. Maestro is read as Mastercard; JCB, UnionPay and other brands without a
           table have the neutral rows.
        2. Where the brand is not known the strictest of all rows counts. A code that is an approval for only one brand is not treated as an
           approval. From mild to strict: RetryLater, FixData, AuthenticateCustomer, BringCustomerBack, CallIssuer, UseAnotherMethod,
           FixConfiguration, LookUp, DoNotRetry.
        3. A code in no table is unmapped: it approves nothing and advises nothing.
        4. Codes of three digits come to two characters; the original stays beside them. American Express has a table of its own; its codes
           that are not in it, and those of everyone else, are read by ISO 8583:1993. Mastercard reads what they come to by the neutral
           row. Where the brand is not known the stricter of both tables counts.
        5. At Mastercard the merchant advice code comes before the code's own advice, where the provider passes it on. It never replaces
           LookUp and says nothing of an approval.
        6. A soft decline (Visa 1A, Mastercard 65, American Express 130, Cartes Bancaires A1) advises to authenticate the customer once; for a
           payment that the merchant began, to bring the customer back. At Mastercard 65 is one only where 3-D Secure did not authenticate
           the payment; one without a challenge counts as authenticated (?).
        7. Only Visa has retry categories; a decline without one is in category 4.
        8. Advice is for a payment that is known to be declined. 68 and 911 leave it unknown, as a time-out does: it is looked up first,
           whatever the code, and 91 and 96 say "later" only then.

        | Advice | What to do after a decline |
        |---|---|
        | None | nothing follows: it approves, or is unmapped |
        | RetryLater | the same payment may succeed later, as a new attempt, once its outcome is known |
        | FixData | correct what was entered (number, expiry, security code, amount, PIN), then try again |
        | AuthenticateCustomer | 3-D Secure, or the PIN where the row says so, then try again |
        | BringCustomerBack | ask the customer to come back and to authenticate |
        | CallIssuer | only the bank can help |
        | UseAnotherMethod | another card or method |
        | FixConfiguration | the merchant's account, its set-up or the request is wrong |
        | LookUp | what became of it, or of an earlier one, is not known: look it up before anything else |
        | DoNotRetry | do not send this payment again |

        ## How retries are counted

        The limits are the numbers beyond which schemes charge a fee:

        | Brand | Limit | Source |
        |---|---|---|
        | Visa | 20 retries of a payment in 30 days; those that the customer and that the merchant started are counted separately | checkout.com 2026-03-04 |
        | Mastercard, Maestro | 35 declines of a card, a merchant and an amount in 30 days, so 34 retries; and 10 declines of a card in a day, whatever the amounts (US and Canada; Brazil charges from the eighth, which is not built in) | Braintree 2023, TabaPay 2026-02 |
        | not known | the stricter part of both: 20 retries in 30 days, all counted together, and 10 declines in a day | |
        | other | Visa's (?) | this library's reading |

        - A try is a sale or an authorization that was declined or is in doubt, since the last one of the order or the amount that was
          approved; a day counts on over approvals. What the customer canceled or abandoned is none.
        - For the 30 days, counted are the tries of the order, of any amount, unless they are known to be of another card; and those of the
          stored method, or of the card number where a fingerprint is kept, of other orders with the same amount. For the day, those of
          other amounts too. That an approval begins a new count is this library's reading (?).
        - The 30 days and the 24 hours slide: they end now. `Until` is when the oldest counted try drops out.
        - One try is left to authenticate after a soft decline, and one online try after Z1 and Z3.
        - `Count` 0 without `Until` means never: Visa's category 1, Mastercard's 03, 21 and 42, and the advice DoNotRetry. After R0, R1 and R3
          it is said only of what the merchant begins, for the customer may consent anew. Where other advice leads to no try of the card,
          nothing is said.
        - Waits of merchant advice codes do not move `Until`. A journal in memory remembers a day, so it cannot prove a limit of 30.

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
            Section(page, brand.Key.IsSpecified ? brand.Key.Value : "Neutral", [.. brand]);
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

    private static void Section(StringBuilder page, string name, IReadOnlyCollection<ResponseRow> rows)
    {
        var hasCategories = rows.Any(row => row.RetryCategory != RetryCategory.None);
        page.Append(
            null,
            $"\n## {name}\n\n| Code | Meaning | Category | Advice |{(hasCategories ? " Visa's category |" : "")} Source |\n|---|---|---|---|{(hasCategories ? "---|" : "")}---|\n"
        );
        foreach (var row in rows)
        {
            var code = row.IsForUnauthenticated ? $"{row.Code}, not authenticated" : row.Code;
            Line(page, row, row.MapsTo is null ? code : $"{row.Code} = {row.MapsTo}", hasCategories);
        }
    }

    private static void Line(StringBuilder page, ResponseRow row, string code, bool hasCategories)
    {
        var category = row.RetryCategory == RetryCategory.None ? "" : $"{(int)row.RetryCategory} {row.RetryCategory}";
        var retries = row.Retries is { } some ? $", {some.MaxRetries} try" : "";
        page.Append(
            null,
            $"| {code} | {Marked(row.Meaning, row.IsUnconfirmed)} | {row.Category} | {row.Advice}{retries} |{(hasCategories ? $" {category} |" : "")} {row.Source} |\n"
        );
    }

    private static string Marked(string text, bool isUnconfirmed) => isUnconfirmed ? $"{text} (?)" : text;
}
