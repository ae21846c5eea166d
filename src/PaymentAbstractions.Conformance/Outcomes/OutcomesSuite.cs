using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>Each answer of the provider is mapped to the outcome, the reason and the code that it proves.</summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract partial class OutcomesSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    private const string NoSuchCode = "Z9Z";

    /// <summary>An approval contains the transaction, the amount and the key.</summary>
    [Fact]
    public Task An_approval_names_transaction_amount_and_key() =>
        HoldsAsync(
            "An approval contains the transaction, the amount and the key.",
            "outcomes",
            async () =>
            {
                var request = await Harness.NewSaleAsync();

                var result = await SendAsync(request);

                Assert.Equal(PaymentOutcome.Approved, result.Outcome);
                AssertEvidence(result, request);
                Assert.True(result.Code is null or { IsApproval: true });
                Assert.False(result.MaySendAgain);
            }
        );

    /// <summary>A decline is a result, and moves no money.</summary>
    [Fact]
    public Task A_decline_is_an_answer_and_moves_nothing() =>
        HoldsAsync(
            "A decline is a result, and moves no money.",
            "outcomes",
            async () =>
            {
                var request = Harness.Declining(await Harness.NewSaleAsync());
                var mark = Now();

                var result = await SendAsync(request);

                Assert.Equal(PaymentOutcome.Declined, result.Outcome);
                Assert.Equal(PaymentReason.DeclinedByIssuer, result.Reason);
                Assert.Null(result.ApprovedAmount);
                Assert.False(result.MoneyMayHaveMoved);
                Assert.Empty(await Since(mark));
            }
        );

    /// <summary>A decline with a response code keeps the provider's code separate from the normalized one.</summary>
    /// <param name="code">The response code.</param>
    [Theory]
    [InlineData("05")]
    [InlineData("14")]
    [InlineData("41")]
    [InlineData("51")]
    [InlineData("54")]
    [InlineData("91")]
    [InlineData("1A")]
    [InlineData("N7")]
    [InlineData("R1")]
    public Task A_decline_carries_the_response_code_and_the_providers_own(string code) =>
        HoldsAsync(
            "A decline with a response code keeps the provider's code separate from the normalized one.",
            "outcomes",
            async () =>
            {
                var request = Harness.Declining(await Harness.NewSaleAsync(), code) ?? throw NotApplicable(code);

                var result = await SendAsync(request);

                Assert.Equal(PaymentOutcome.Declined, result.Outcome);
                Assert.Equal(code, result.Code?.Value);
                // If the code was derived from a text, the text is all that the provider returns.
                var own =
                    result.Code?.Source == ResponseCodeSource.DerivedFromText
                        ? result.Provider.Message
                        : result.Provider.Code;
                Assert.False(string.IsNullOrEmpty(own));
            }
        );

    /// <summary>An unknown code is kept and never guessed.</summary>
    [Fact]
    public Task An_unknown_code_is_unmapped_and_kept() =>
        HoldsAsync(
            "An unknown code is kept and never guessed.",
            "outcomes",
            async () =>
            {
                var request = Harness.Declining(await Harness.NewSaleAsync(), NoSuchCode) ?? throw NotApplicable();

                var result = await SendAsync(request);

                Assert.Equal(PaymentOutcome.Declined, result.Outcome);
                Assert.Equal(ResponseCode.Unmapped, result.Code);
                Assert.Equal(NoSuchCode, result.Provider.Code);
            }
        );

    /// <summary>A partial approval is never reported as a full approval.</summary>
    /// <param name="allowed">Whether the request allows a partial approval.</param>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_partial_approval_is_never_a_plain_one(bool allowed) =>
        HoldsAsync(
            "A partial approval is never reported as a full approval.",
            "outcomes",
            async () =>
            {
                var part = Harness.AmountOf(5);
                var sale = await Harness.NewSaleAsync(Harness.AmountOf(20));
                var request =
                    Harness.ApprovingPartially(sale with { AllowPartialApproval = allowed }, part)
                    ?? throw NotApplicable(isClaimed: Capabilities.PartialApproval);

                var result = await SendAsync(request);

                Assert.Equal(PaymentOutcome.PartiallyApproved, result.Outcome);
                Assert.Equal(part, result.ApprovedAmount);
                Assert.Equal(sale.Amount, result.RequestedAmount);
                Assert.False(result.IsApproved);
                Assert.Equal(allowed ? null : AnomalyKind.PartialApprovalNotRequested, result.Anomaly?.Kind);
            }
        );

    /// <summary>A sale that waits for the customer is neither approved nor declined until the customer has acted.</summary>
    [Fact]
    public Task A_sale_that_waits_for_the_customer_is_pending_and_then_approved() =>
        HoldsAsync(
            "A sale that waits for the customer is neither approved nor declined until the customer has acted.",
            "outcomes",
            async () =>
            {
                var request =
                    Harness.WaitingForCustomer(await Harness.NewSaleAsync())
                    ?? throw NotApplicable(
                        isClaimed: Capabilities.PaymentMethods.Contains(PaymentMethodKind.CustomerChoice)
                    );
                var mark = Now();
                var result = await SendAsync(request);

                Assert.Equal(PaymentOutcome.Pending, result.Outcome);
                Assert.Equal(PaymentReason.WaitingForCustomer, result.Reason);
                Assert.NotNull(result.NextAction);
                Assert.NotNull(result.Transaction);
                Assert.Empty(await Since(mark));
                Assert.Equal(PaymentOutcome.Pending, (await FindAsync(result.Transaction)).Outcome);

                await Harness.ApproveWaitingAsync(result.Transaction);

                var state = await FindAsync(result.Transaction);
                Assert.Equal(PaymentOutcome.Approved, state.Outcome);
                Assert.Equal(request.Amount, state.CapturedAmount);
                Assert.Single(await Since(mark));
            }
        );

    /// <summary>A sale that the provider has accepted but not finished is pending, and has moved no money.</summary>
    [Fact]
    public Task A_sale_that_the_provider_has_not_finished_is_pending() =>
        HoldsAsync(
            "A sale that the provider has accepted but not finished is pending, and has moved no money.",
            "outcomes",
            async () =>
            {
                var request = Harness.Processing(await Harness.NewSaleAsync()) ?? throw NotApplicable();
                var mark = Now();

                var result = await SendAsync(request);

                Assert.Equal(PaymentOutcome.Pending, result.Outcome);
                Assert.Equal(PaymentReason.WaitingForProvider, result.Reason);
                Assert.NotNull(result.Transaction);
                Assert.Empty(await Since(mark));
                Assert.Equal(PaymentOutcome.Pending, (await FindAsync(result.Transaction)).Outcome);
            }
        );

    /// <summary>Credentials that the provider refuses are a configuration problem, not a decline.</summary>
    [Fact]
    public Task Wrong_credentials_are_rejected_and_move_nothing() =>
        HoldsAsync(
            "Credentials that the provider refuses are a configuration problem, not a decline.",
            "outcomes",
            async () =>
            {
                var request = await Harness.NewSaleAsync();
                var mark = Now();

                var result = await SendAsync(request, Harness.WrongCredentials);

                Assert.Empty(await Since(mark));
                if (Harness.CanProveWrongCredentials)
                {
                    Assert.Equal(PaymentOutcome.Rejected, result.Outcome);
                    Assert.Contains(
                        result.Reason,
                        new[] { PaymentReason.InvalidCredentials, PaymentReason.NotPermitted, PaymentReason.NotFound }
                    );
                }
                else
                {
                    Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
                }
            }
        );
}
