using System.Text;

namespace PaymentAbstractions.Conventions;

/// <summary>The page of response codes is generated from the table by which the library reads them.</summary>
public sealed class ResponseCodePageTests
{
    private const string Page = "docs/response-codes.md";

    private const string Head = """
        # Response codes

        This page shows how the library interprets each issuer response code, by card brand: the data of `ResponseCodeTable.Default`, version {0}.
        A test generates the page from the data. Category and advice are the library's interpretation, and not a promise of any scheme. A row with
        `(?)` is a conservative interpretation that no source confirms, or about which sources disagree.

        ## How a code is read

        1. The row of the card's brand applies, otherwise the neutral row. Maestro is read as Mastercard. JCB, UnionPay and other brands without a
           table use the neutral rows.
        2. When the brand is not known, the strictest of all rows applies. A code that is an approval for only one brand is not treated as an
           approval. From mild to strict: RetryLater, FixData, AuthenticateCustomer, BringCustomerBack, CallIssuer, UseAnotherMethod,
           FixConfiguration, LookUp, DoNotRetry.
        3. A code that is in no table is unmapped: it approves nothing and advises nothing.
        4. Three-digit codes are converted to two characters, and the original is kept. American Express has its own table. Its codes
           that are not in that table, and the codes of all other brands, are read by ISO 8583:1993. For Mastercard, the neutral row of the converted
           code applies. When the brand is not known, the stricter of both tables applies.
        5. For Mastercard, the merchant advice code has priority over the advice of the code, where the provider passes it on. It never replaces
           LookUp, and it has no meaning for an approval.
        6. A soft decline (Visa 1A, Mastercard 65, American Express 130, Cartes Bancaires A1) advises to authenticate the customer once, or, for a
           payment that the merchant initiated, to bring the customer back. Mastercard 65 is a soft decline only when 3-D Secure did not authenticate
           the payment; an authentication without a challenge counts as authenticated (?).
        7. Only Visa has retry categories. A decline without a category is in category 4.
        8. Advice applies to a payment that is known to be declined. 68 and 911 leave the outcome unknown, as a time-out does: the payment is looked up
           first, whatever the code is, and 91 and 96 mean "later" only after that.

        | Advice | What to do after a decline |
        |---|---|
        | None | nothing: the code approves, or is unmapped |
        | RetryLater | the same payment may succeed later, as a new attempt, once its outcome is known |
        | FixData | correct what was entered (number, expiry, security code, amount, PIN), then try again |
        | AuthenticateCustomer | authenticate the customer by 3-D Secure, or by the PIN where the row says so, then try again |
        | BringCustomerBack | ask the customer to come back and to authenticate |
        | CallIssuer | ask the customer to contact the bank; only the bank can help |
        | UseAnotherMethod | ask for another card or method |
        | FixConfiguration | correct the merchant's account, its set-up or the request |
        | LookUp | the outcome of this payment, or of an earlier one, is not known: look it up before anything else |
        | DoNotRetry | do not send this payment again |

        ## How retries are counted

        A card scheme charges a fee for attempts beyond these limits:

        | Brand | Limit | Source |
        |---|---|---|
        | Visa | 20 retries of a payment in 30 days; retries that the customer and that the merchant initiated are counted separately | checkout.com 2026-03-04 |
        | Mastercard, Maestro | 35 declines of a card, a merchant and an amount in 30 days, so 34 retries; and 10 declines of a card in a day, whatever the amounts (US and Canada; Brazil charges from the eighth, which is not built in) | Braintree 2023, TabaPay 2026-02 |
        | not known | the stricter parts of both: 20 retries in 30 days, all counted together, and 10 declines in a day | |
        | other | Visa's (?) | this library's reading |

        - An attempt counts when it is a sale or an authorization that was declined or whose outcome is unknown, after the last approval for the order
          or the amount. The limit of a day also counts attempts before an approval. What the customer canceled or abandoned does not count.
        - The limit of 30 days counts the attempts of the order, of any amount, unless they are known to be with another card. It also counts the
          attempts of other orders with the same amount and the same stored method, or the same card number where a fingerprint is kept. The limit
          of a day counts other amounts as well. That an approval starts a new count is this library's interpretation (?).
        - The 30 days and the 24 hours are the time before now. `Until` is the time at which the oldest counted attempt no longer counts.
        - One attempt is left to authenticate after a soft decline, and one online attempt after Z1 and Z3.
        - `Count` 0 without `Until` means never: Visa's category 1, Mastercard's 03, 21 and 42, and the advice DoNotRetry. After R0, R1 and R3
          it applies only to payments that the merchant initiates, because the customer may consent again. Where other advice leads to no attempt with
          the card, no number is given.
        - The waits of merchant advice codes do not change `Until`. A journal in memory remembers one day, so it cannot prove a limit of 30 days.

        `Payments:ResponseCodes` overrides rows: `{{ "Version": "house-1", "Visa": {{ "83": {{ "Advice": "DoNotRetry" }} }} }}`. The brand
        `Neutral` stands for all brands without a table. No override can approve a code that the table does not approve.

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
            "\n## ISO 8583:1993\n\nThe table shows how three-digit codes are read; the pairs are this library's interpretation (?).\n\n| Code | Read as |\n|---|---|\n"
        );
        foreach (var three in Enumerable.Range(0, 1000).Select(number => $"{number:000}"))
        {
            // JCB has no code meanings of its own.
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
