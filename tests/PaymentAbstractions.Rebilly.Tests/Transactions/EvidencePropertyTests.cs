using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Rebilly.Tests;

public class EvidencePropertyTests
{
    private static readonly string Key = RebillyFixture.WireKey("key-1");

    [Fact]
    public void Approved_is_never_more_than_the_positive_evidence()
    {
        var approved = 0;

        Prop.ForAll(
                Bodies(),
                body =>
                {
                    var verdict = Judge(body);
                    approved += verdict.Outcome == PaymentOutcome.Approved ? 1 : 0;
                    return (verdict.Outcome != PaymentOutcome.Approved || IsProof(body, verdict))
                        && (verdict.Outcome != PaymentOutcome.Reversed || body.Status is "refunded" or "voided");
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

        Assert.NotEqual(0, approved);
    }

    [Fact]
    public void A_transaction_that_may_have_taken_money_is_never_reported_as_declined()
    {
        var declined = 0;

        Prop.ForAll(
                Bodies(),
                body =>
                {
                    var verdict = Judge(body);
                    declined += verdict.Outcome == PaymentOutcome.Declined ? 1 : 0;
                    return verdict.Outcome != PaymentOutcome.Declined
                        || (
                            body.Result is "declined" or "canceled" or "abandoned"
                            && body.Status
                                is not ("refunded" or "partially-refunded" or "disputed" or "timeout" or "conn-error")
                            && body.Code is not ("00" or "10")
                        );
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

        Assert.NotEqual(0, declined);
    }

    [Fact]
    public void Money_reads_any_figure_or_refuses_it()
    {
        Prop.ForAll<decimal, string>(
                (amount, currency) =>
                    ProviderMoney.Read(amount, currency) is not { } money
                    || Math.Abs(money.Amount - amount) <= 0.000001m
            )
            .QuickCheckThrowOnFailure();
    }

    private static Expectation Expected =>
        new()
        {
            Types = [PaymentOperation.Sale],
            Amount = Some.Amount,
            CustomerId = "cus_1",
            WireKey = Key,
        };

    private static bool IsProof(Shown body, Verdict verdict) =>
        body is { Id: "txn_1", Type: "sale", Result: "approved" }
        && body.Status is "completed" or "waiting-capture" or "partially-refunded" or "waiting-refund" or "disputed"
        && (body.RequestAmount ?? body.Amount) == 12.50m
        && (Given(body.RequestCurrency) ?? Given(body.Currency)) == "USD"
        && (
            body.RequestAmount is not null
            || Given(body.RequestCurrency) is null
            || Given(body.Currency) is null or "USD"
        )
        && body.CustomerId is null or "cus_1"
        && (body.RequestId is null || body.RequestId == Key)
        && body.Code is null or "00" or "weird"
        && verdict.Approved == Some.Amount
        && verdict.Anomaly is null;

    private static Verdict Judge(Shown body) => body.Json().Read().Judge(Expected);

    private static string? Given(string? currency) =>
        string.IsNullOrEmpty(currency) ? null : currency.ToUpperInvariant();

    private static Arbitrary<Shown> Bodies()
    {
        string?[] ids = ["txn_1", "txn_1", null, "", "a b"];
        string?[] types = ["sale", "sale", "sale", "capture", "refund", "Sale", null];
        string?[] statuses = [.. StatusTableTests.Statuses, "completed", "completed", "completed", "other", null];
        string?[] results = [.. StatusTableTests.Results, "approved", "approved", "other", null];
        decimal?[] amounts = [12.50m, 12.50m, 12.50m, 12.51m, 8m, 0m, -12.50m, 1250m, null];
        string?[] currencies = ["USD", "USD", "EUR", "usd", "", null];
        string?[] customers = ["cus_1", "cus_1", "cus_2", null];
        string?[] keys = [Key, Key, "other", null];
        string?[] codes = ["00", "00", "05", "10", "weird", null];
        var all =
            from id in Gen.Elements(ids)
            from type in Gen.Elements(types)
            from status in Gen.Elements(statuses)
            from result in Gen.Elements(results)
            from amount in Gen.Elements(amounts)
            from currency in Gen.Elements(currencies)
            from requestAmount in Gen.Elements(amounts)
            from requestCurrency in Gen.Elements(currencies)
            from customer in Gen.Elements(customers)
            from key in Gen.Elements(keys)
            from code in Gen.Elements(codes)
            select new Shown(
                id,
                type,
                status,
                result,
                amount,
                currency,
                requestAmount,
                requestCurrency,
                customer,
                key,
                code
            );
        return all.ToArbitrary();
    }

    private sealed record Shown(
        string? Id,
        string? Type,
        string? Status,
        string? Result,
        decimal? Amount,
        string? Currency,
        decimal? RequestAmount,
        string? RequestCurrency,
        string? CustomerId,
        string? RequestId,
        string? Code
    )
    {
        public JsonObject Json() =>
            new()
            {
                ["id"] = Id,
                ["type"] = Type,
                ["status"] = Status,
                ["result"] = Result,
                ["amount"] = Amount,
                ["currency"] = Currency,
                ["requestAmount"] = RequestAmount,
                ["requestCurrency"] = RequestCurrency,
                ["customerId"] = CustomerId,
                ["requestId"] = RequestId,
                ["gateway"] = new JsonObject { ["response"] = new JsonObject { ["code"] = Code } },
            };
    }
}
