using PaymentAbstractions.Sandbox;
using Xunit.Sdk;

namespace PaymentAbstractions.VirtualTerminal.Tests.Conformance;

/// <summary>The suites for commercial card data and for keys detect a defective gateway.</summary>
public sealed class SelfTests
{
    [Fact]
    public async Task The_truth_passes()
    {
        await using var harness = await StartAsync(sale => sale, (_, result) => result);
        var suite = new CommercialData(harness);

        await suite.The_level_that_was_asked_for_is_sent_and_the_rest_is_told(RequestedDataLevel.BestEffort);
        await suite.What_can_be_expressed_is_sent_whole(RequestedDataLevel.BestEffort);
        await suite.What_cannot_be_expressed_is_refused_by_name(RequestedDataLevel.BestEffort);
        await suite.Data_of_another_sum_is_refused_with_the_difference(PaymentOperation.Sale);
        await suite.A_missing_part_of_the_level_is_refused_by_name(RequestedDataLevel.LevelIII, "LineItems");
        await suite.At_level_one_everything_is_left_out_and_told();
        await suite.No_text_of_the_order_and_no_secret_is_emitted();
    }

    [Fact]
    public async Task Data_that_is_dropped_silently_is_noticed()
    {
        await using var harness = await StartAsync(
            Dropping,
            (_, result) =>
                result with
                {
                    CommercialData = new CommercialDataResult { SentLevel = CommercialDataLevel.LevelIII },
                }
        );
        var suite = new CommercialData(harness);

        await AssertNoticed(() =>
            suite.The_level_that_was_asked_for_is_sent_and_the_rest_is_told(RequestedDataLevel.BestEffort)
        );
        await AssertNoticed(() =>
            suite.The_level_that_was_asked_for_is_sent_and_the_rest_is_told(RequestedDataLevel.None)
        );
        await AssertNoticed(() => suite.What_cannot_be_expressed_is_refused_by_name(RequestedDataLevel.BestEffort));
        await AssertNoticed(suite.At_level_one_everything_is_left_out_and_told);
        await AssertNoticed(() =>
            suite.Each_operation_sends_data_of_its_own_part_or_reports_it(PaymentOperation.Capture)
        );
    }

    [Fact]
    public async Task Data_that_is_missing_only_on_the_wire_is_noticed()
    {
        // The purchase order is not the customer's, and every figure is right.
        await using var harness = await StartAsync(
            sale => sale with { CommercialCardData = sale.CommercialCardData! with { CustomerReference = "PO-4711" } },
            (_, result) => result
        );
        var suite = new CommercialData(harness);

        await AssertNoticed(() => suite.What_can_be_expressed_is_sent_whole(RequestedDataLevel.BestEffort));
    }

    [Fact]
    public async Task Data_that_is_sent_and_reported_as_dropped_is_noticed()
    {
        await using var harness = await StartAsync(
            sale => sale,
            (sale, result) =>
                result with
                {
                    CommercialData = result.CommercialData with
                    {
                        DroppedFields = sale.CommercialCardData!.GivenFields(),
                    },
                }
        );
        var suite = new CommercialData(harness);

        await AssertNoticed(() => suite.What_can_be_expressed_is_sent_whole(RequestedDataLevel.BestEffort));
        await AssertNoticed(() =>
            suite.The_level_that_was_asked_for_is_sent_and_the_rest_is_told(RequestedDataLevel.LevelII)
        );
    }

    [Theory]
    [InlineData(RequestedDataLevel.None)]
    [InlineData(RequestedDataLevel.LevelII)]
    [InlineData(RequestedDataLevel.LevelIII)]
    [InlineData(RequestedDataLevel.BestEffort)]
    public async Task A_wrong_level_is_noticed(RequestedDataLevel requested)
    {
        await using var harness = await StartAsync(
            sale => sale,
            (_, result) =>
                result with
                {
                    CommercialData = result.CommercialData with
                    {
                        SentLevel =
                            result.CommercialData.SentLevel == CommercialDataLevel.LevelII
                                ? CommercialDataLevel.LevelIII
                                : CommercialDataLevel.LevelII,
                    },
                }
        );
        var suite = new CommercialData(harness);

        await AssertNoticed(() => suite.The_level_that_was_asked_for_is_sent_and_the_rest_is_told(requested));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refused_payment_that_is_sent_is_noticed(bool throws)
    {
        await using var harness = await StartAsync(sale => sale, (_, result) => result, afterRefusal: throws);
        var suite = new CommercialData(harness);

        await AssertNoticed(() => suite.What_cannot_be_expressed_is_refused_by_name(RequestedDataLevel.LevelIII));
        await AssertNoticed(() => suite.Data_of_another_sum_is_refused_with_the_difference(PaymentOperation.Sale));
        await AssertNoticed(() =>
            suite.A_missing_part_of_the_level_is_refused_by_name(RequestedDataLevel.LevelIII, "LineItems")
        );
        await AssertNoticed(() =>
            suite.A_line_that_does_not_add_up_is_refused_with_its_difference(
                RequestedDataLevel.BestEffort,
                WhenNotExpressible.DropAndReport
            )
        );
    }

    [Fact]
    public async Task A_text_of_the_order_in_a_log_is_noticed()
    {
        await using var harness = await StartAsync(sale => sale, (_, result) => result);
        var suite = new CommercialData(harness);
        harness.StartCapture();
        harness.Leak($"sent {harness.NewCommercialOrder().Data.ShipTo!.Line1}");

        await AssertNoticed(suite.No_text_of_the_order_and_no_secret_is_emitted);
    }

    [Theory]
    [InlineData(PaymentOperation.Sale)]
    [InlineData(PaymentOperation.Credit)]
    public async Task A_gateway_that_forgets_at_its_end_is_noticed(PaymentOperation operation)
    {
        await using var harness = new ForgetfulHarness();
        await harness.InitializeAsync();
        var suite = new ForgetfulKeys(harness);

        await AssertNoticed(() => suite.A_repeat_after_a_restart_moves_money_once(operation));
        await AssertNoticed(() => suite.A_repeat_after_a_lost_answer_moves_money_once(operation, restarts: true));
    }

    // Pays without the line items, as if the level had not been requested.
    private static SaleRequest Dropping(SaleRequest sale) =>
        sale with
        {
            CommercialCardData = sale.CommercialCardData! with
            {
                RequestedLevel = RequestedDataLevel.None,
                WhenNotExpressible = WhenNotExpressible.DropAndReport,
            },
        };

    private static async Task AssertNoticed(Func<Task> fact) => await Assert.ThrowsAnyAsync<XunitException>(fact);

    private static async Task<LyingHarness> StartAsync(
        Func<SaleRequest, SaleRequest> sends,
        Func<SaleRequest, PaymentResult, PaymentResult> says,
        bool? afterRefusal = null
    )
    {
        var harness = new LyingHarness
        {
            Sends = sends,
            Says = says,
            ThrowsAfterRefusal = afterRefusal,
        };
        await harness.InitializeAsync();
        return harness;
    }

    private sealed class CommercialData(LyingHarness harness) : CommercialDataSuite<LyingHarness>(harness);

    private sealed class ForgetfulKeys(ForgetfulHarness harness) : KeysSuite<ForgetfulHarness>(harness);

    /// <summary>A harness that keeps a journal only until a restart.</summary>
    private sealed class ForgetfulHarness() : VirtualTerminalHarness(VirtualTerminalSandboxProfile.Documented)
    {
        private bool _forgets;

        protected override bool KeepsFiles => !_forgets;

        public override Task RestartAsync(bool withWrongCredentials = false)
        {
            _forgets = true;
            return base.RestartAsync(withWrongCredentials);
        }
    }

    private sealed class LyingHarness() : VirtualTerminalHarness(VirtualTerminalSandboxProfile.Documented)
    {
        public required Func<SaleRequest, SaleRequest> Sends { get; init; }

        public required Func<SaleRequest, PaymentResult, PaymentResult> Says { get; init; }

        /// <summary>
        /// Whether the gateway throws after it has paid a refused request; null when it refuses correctly.
        /// </summary>
        public bool? ThrowsAfterRefusal { get; init; }

        public override IPaymentGateway Gateway => new Liar(base.Gateway, this);

        public void Leak(string line) => Log(line);
    }

    private sealed class Liar(IPaymentGateway inner, LyingHarness harness) : DelegatingPaymentGateway(inner)
    {
        public override async Task<PaymentResult> SaleAsync(
            SaleRequest request,
            CancellationToken cancellationToken = default
        )
        {
            if (request.CommercialCardData is null)
            {
                return await base.SaleAsync(request, cancellationToken);
            }

            try
            {
                return harness.Says(request, await base.SaleAsync(harness.Sends(request), cancellationToken));
            }
            catch (PaymentRequestException) when (harness.ThrowsAfterRefusal is not null)
            {
                var paid = await base.SaleAsync(request with { CommercialCardData = null }, cancellationToken);
                if (harness.ThrowsAfterRefusal == false)
                {
                    return paid;
                }

                throw;
            }
        }

        public override async Task<PaymentResult> CaptureAsync(
            CaptureRequest request,
            CancellationToken cancellationToken = default
        )
        {
            var result = await base.CaptureAsync(request, cancellationToken);
            return result with { CommercialData = result.CommercialData with { DroppedFields = [] } };
        }
    }
}
