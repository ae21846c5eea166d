namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>
/// A query at the gateway does not change Rebilly's record, so Rebilly still refuses operations that its record does not allow.
/// </summary>
public class UnresolvedOriginalTests
{
    public static TheoryData<string, PaymentReason> Statuses =>
        new()
        {
            { "timeout", PaymentReason.ProviderTimeout },
            { "conn-error", PaymentReason.ProviderConnectionError },
            { "never-sent", PaymentReason.ProviderNeverSent },
        };

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task An_operation_on_an_unresolved_original_is_refused_with_the_reason_and_the_fix(
        string status,
        PaymentReason reason
    )
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithOriginal(Txn.Sale().With("status", status).With("result", "unknown"));
        fixture.Stub.WithAuthorization(Txn.Authorization().With("status", status).With("result", "unknown"));
        var token = TestContext.Current.CancellationToken;

        PaymentResult[] results =
        [
            await fixture.Gateway.RefundAsync(Some.Refund(key: "refund-1"), token),
            await fixture.Gateway.VoidAsync(Some.Void("void-1"), token),
            await fixture.Gateway.CaptureAsync(Some.Capture("capture-1"), token),
        ];

        Assert.All(results, result => Assert.Equal((PaymentOutcome.Rejected, reason), (result.Outcome, result.Reason)));
        Assert.All(
            results,
            result => Assert.Contains("transactions/{id}/update", result.Message, StringComparison.Ordinal)
        );
        Assert.Empty(fixture.Stub.Writes);
    }
}
