using System.Text.Json;

namespace PaymentAbstractions.Tests;

public sealed class PaymentResultTests
{
    [Theory]
    [InlineData(PaymentOutcome.Unknown, true, false)]
    [InlineData(PaymentOutcome.Approved, true, false)]
    [InlineData(PaymentOutcome.PartiallyApproved, true, false)]
    [InlineData(PaymentOutcome.Declined, false, false)]
    [InlineData(PaymentOutcome.Pending, true, false)]
    [InlineData(PaymentOutcome.Rejected, false, true)]
    [InlineData(PaymentOutcome.NotSent, false, true)]
    [InlineData(PaymentOutcome.Reversed, true, false)]
    [InlineData((PaymentOutcome)99, false, false)]
    public void Flags_follow_from_the_outcome(PaymentOutcome outcome, bool moneyMayHaveMoved, bool maySendAgain)
    {
        var result = Result(outcome);

        Assert.Equal(moneyMayHaveMoved, result.MoneyMayHaveMoved);
        Assert.Equal(maySendAgain, result.MaySendAgain);
    }

    [Fact]
    public void A_refusal_that_left_a_transaction_has_used_up_its_key()
    {
        var reference = new TransactionReference("cards", AccountFingerprint.Of("p", "e", "a"), "txn_1");

        var result = Result(PaymentOutcome.Rejected) with { Transaction = reference };

        Assert.False(result.MaySendAgain);
        Assert.False(result.MoneyMayHaveMoved);
    }

    [Fact]
    public void A_default_value_means_unknown()
    {
        Assert.Equal(PaymentOutcome.Unknown, default);
        Assert.Equal(FindStatus.LookupFailed, default);
        Assert.Equal(PaymentOperation.Unknown, default);
    }

    [Fact]
    public void Approved_means_the_whole_amount_with_evidence()
    {
        var approved = Result(PaymentOutcome.Approved) with { ApprovedAmount = Money.Usd(1m) };

        Assert.True(approved.IsApproved);
        Assert.False((approved with { ApprovedAmount = null }).IsApproved);
        Assert.All(
            Enum.GetValues<PaymentOutcome>().Where(outcome => outcome != PaymentOutcome.Approved),
            outcome => Assert.False((approved with { Outcome = outcome }).IsApproved)
        );
    }

    [Fact]
    public void Parts_that_are_not_reported_are_never_null()
    {
        PaymentResult[] results =
        [
            Result(PaymentOutcome.Unknown),
            Result(PaymentOutcome.Unknown) with
            {
                Provider = null!,
                Verification = null!,
                PaymentMethod = null!,
                CommercialData = null!,
            },
        ];

        Assert.All(results, result => Assert.Same(ProviderDetails.None, result.Provider));
        Assert.All(results, result => Assert.Same(VerificationResult.None, result.Verification));
        Assert.All(results, result => Assert.Same(PaymentMethodDetails.None, result.PaymentMethod));
        Assert.All(results, result => Assert.Same(CommercialDataResult.None, result.CommercialData));
        Assert.Equal(results[0], results[1]);
    }

    [Theory]
    [InlineData(CommercialDataLevel.LevelIII, CommercialDataLevel.LevelI, true)]
    [InlineData(CommercialDataLevel.LevelI, CommercialDataLevel.LevelII, true)]
    [InlineData(CommercialDataLevel.LevelII, CommercialDataLevel.LevelII, false)]
    [InlineData(CommercialDataLevel.LevelII, null, false)]
    [InlineData(null, CommercialDataLevel.LevelII, false)]
    public void A_level_was_changed_when_both_are_known_and_differ(
        CommercialDataLevel? sent,
        CommercialDataLevel? reported,
        bool isChanged
    )
    {
        var data = new CommercialDataResult { SentLevel = sent, ReportedLevel = reported };

        Assert.Equal(isChanged, data.LevelWasChanged);
    }

    [Fact]
    public void Results_compare_by_value()
    {
        var problem = new RequestProblem { Field = "Amount", Message = "is missing." };
        var left = Result(PaymentOutcome.Rejected) with { Problems = [problem] };
        var right = Result(PaymentOutcome.Rejected) with { Problems = [problem with { }] };

        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.NotEqual(left, right with { Problems = [] });
    }

    [Fact]
    public void Answers_compare_by_status_and_text()
    {
        var left = Result(PaymentOutcome.Declined) with
        {
            Answer = new ProviderAnswer { HttpStatus = 201, Body = "text" },
        };
        var right = left with
        {
            Answer = new ProviderAnswer { HttpStatus = 201, Body = "te" + "xt" },
        };

        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.NotEqual(
            left,
            left with
            {
                Answer = new ProviderAnswer { HttpStatus = 200, Body = "text" },
            }
        );
        Assert.NotEqual(
            left,
            left with
            {
                Answer = new ProviderAnswer { HttpStatus = 201, Body = "other" },
            }
        );
        Assert.NotEqual(left, left with { Answer = null });
    }

    [Fact]
    public void The_answer_of_the_provider_is_not_printed()
    {
        var answer = new ProviderAnswer { HttpStatus = 201, Body = "the body" };
        var result = Result(PaymentOutcome.Approved) with { Answer = answer };

        Assert.Contains("Answer = HTTP 201", $"{result}", StringComparison.Ordinal);
        Assert.DoesNotContain("the body", $"{result} {answer}", StringComparison.Ordinal);
    }

    private static PaymentResult Result(PaymentOutcome outcome) =>
        new() { Outcome = outcome, Operation = PaymentOperation.Sale };

    [Fact]
    public void The_providers_answer_stays_out_of_json()
    {
        var answer = new ProviderAnswer { HttpStatus = 201, Body = "whatever the provider wrote" };
        var result = new PaymentResult
        {
            Outcome = PaymentOutcome.Unknown,
            Operation = PaymentOperation.Sale,
            Answer = answer,
        };
        var state = new TransactionState
        {
            Transaction = new TransactionReference("cards", AccountFingerprint.Of("p", "e", "a"), "txn_1"),
            Type = PaymentOperation.Sale,
            Outcome = PaymentOutcome.Unknown,
            Answer = answer,
        };

        string[] texts = [JsonSerializer.Serialize(result), JsonSerializer.Serialize(FindResult.Found(state))];

        Assert.Contains("txn_1", texts[1], StringComparison.Ordinal);
        Assert.All(texts, text => Assert.DoesNotContain("provider wrote", text, StringComparison.Ordinal));
    }
}
