using FsCheck;
using FsCheck.Fluent;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Adapters.Tests;

/// <summary>No combination of facts proves more than the facts show.</summary>
public sealed class EvidencePropertyTests
{
    private const ProviderEchoes AllEchoes =
        ProviderEchoes.Key | ProviderEchoes.Customer | ProviderEchoes.Parent | ProviderEchoes.PaymentMethod;

    private static readonly TransactionEvidence Evidence = new(
        AllEchoes,
        id => string.IsNullOrWhiteSpace(id) ? null : AdapterFixture.Ref(id),
        new SandboxClock(ConformanceHarness.Start)
    );

    private static readonly Expectation Expected = new()
    {
        Types = [PaymentOperation.Capture],
        Amount = Some.Amount,
        CustomerId = "cus_1",
        PaymentMethodId = "inst_1",
        ParentId = "pay_a",
        WireKey = "key",
        Earliest = ConformanceHarness.Start,
        Latest = ConformanceHarness.Start.AddDays(1),
    };

    [Fact]
    public void Nothing_is_approved_without_id_type_amount_and_every_echo()
    {
        var approved = 0;

        Prop.ForAll(
                Transactions(),
                shown =>
                {
                    var verdict = Evidence.Judge(shown, Expected);
                    approved += verdict.Outcome == PaymentOutcome.Approved ? 1 : 0;
                    return verdict.Outcome
                            is not (
                                PaymentOutcome.Approved
                                or PaymentOutcome.PartiallyApproved
                                or PaymentOutcome.Reversed
                            )
                        || IsProof(shown, verdict);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(30_000));

        Assert.NotEqual(0, approved);
    }

    [Fact]
    public void Nothing_is_declined_or_rejected_with_a_code_that_approves()
    {
        var refused = 0;

        Prop.ForAll(
                Transactions(),
                shown =>
                {
                    var isRefused =
                        Evidence.Judge(shown, Expected).Outcome is PaymentOutcome.Declined or PaymentOutcome.Rejected;
                    refused += isRefused ? 1 : 0;
                    return !isRefused
                        || (
                            shown.ResponseCode is not ("00" or "10")
                            && shown.Status
                                is ProviderStatus.Declined
                                    or ProviderStatus.Canceled
                                    or ProviderStatus.Abandoned
                                    or ProviderStatus.Misconfigured
                        );
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(30_000));

        Assert.NotEqual(0, refused);
    }

    [Fact]
    public void Every_anomaly_leaves_a_transaction_unknown_unless_it_is_a_part()
    {
        Prop.ForAll(
                Transactions(),
                shown =>
                    Evidence.Judge(shown, Expected) switch
                    {
                        { Anomaly: null } => true,
                        { Outcome: PaymentOutcome.Unknown, Approved: null } => true,
                        { Anomaly.Kind: AnomalyKind.PartialApprovalNotRequested, Approved: { } part } => part
                            < Some.Amount,
                        _ => false,
                    }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(30_000));
    }

    private static bool IsProof(ProviderTransaction shown, Verdict verdict) =>
        shown
            is {
                Id: "pay_1",
                Type: PaymentOperation.Capture,
                WireKey: "key",
                CustomerId: "cus_1",
                PaymentMethod.Id: "inst_1",
                ParentId: "pay_a",
                Status: ProviderStatus.Approved or ProviderStatus.Reversed,
                AmountProblem: null,
                Contradiction: null,
                ResponseCode: null or "00" or "10" or "odd",
            }
        && shown.Requested == Some.Amount
        && (shown.CreatedAt is null || shown.CreatedAt == ConformanceHarness.Start)
        && (verdict.Outcome == PaymentOutcome.Reversed) == (shown.Status == ProviderStatus.Reversed)
        && (verdict.Approved == Some.Amount ? shown.ResponseCode != "10" : verdict.Approved == Money.Usd(8m))
        && verdict.Processed == (shown.Processed ?? Some.Amount);

    private static Arbitrary<ProviderTransaction> Transactions()
    {
        Money?[] amounts = [Some.Amount, Some.Amount, Some.Amount, Money.Usd(8m), Money.Usd(20m), Money.Usd(0), null];
        var part =
            from id in Gen.Elements<string?>("pay_1", "pay_1", "pay_1", "", null)
            from key in Mostly("key")
            from customer in Mostly("cus_1")
            from instrument in Mostly("inst_1")
            from parent in Mostly("pay_a")
            select new ProviderTransaction
            {
                Id = id,
                WireKey = key,
                CustomerId = customer,
                PaymentMethod = new PaymentMethodDetails { Id = instrument },
                ParentId = parent,
            };
        var all =
            from shown in part
            from type in Gen.Elements(
                PaymentOperation.Capture,
                PaymentOperation.Capture,
                PaymentOperation.Capture,
                PaymentOperation.Sale,
                PaymentOperation.Unknown
            )
            from status in Gen.Elements([
                ProviderStatus.Approved,
                ProviderStatus.Approved,
                .. Enum.GetValues<ProviderStatus>(),
            ])
            from requested in Gen.Elements(amounts)
            from processed in Gen.Elements([.. amounts, Money.Eur(9m), null, null])
            from adjusted in Gen.Elements(false, true)
            from code in Gen.Elements<string?>("00", "00", null, "05", "10", "odd")
            from problem in Gen.Elements<string?>(null, null, null, "No amount.")
            from contradiction in Gen.Elements<string?>(null, null, null, "It contradicts itself.")
            from made in Gen.Elements<DateTimeOffset?>(
                null,
                ConformanceHarness.Start,
                ConformanceHarness.Start.AddSeconds(-1)
            )
            select shown with
            {
                Type = type,
                Status = status,
                Requested = requested,
                Processed = processed,
                IsAdjusted = adjusted,
                ResponseCode = code,
                AmountProblem = problem,
                Contradiction = contradiction,
                CreatedAt = made,
            };
        return all.ToArbitrary();
    }

    private static Gen<string?> Mostly(string text) => Gen.Elements<string?>(text, text, text, text, "other", "", null);
}
