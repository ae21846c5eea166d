using Xunit;

namespace PaymentAbstractions.Conformance;

public abstract partial class CommercialDataSuite<THarness>
{
    /// <summary>
    /// Every operation carries the line items of its own amount, even if that is only a part of the authorized or paid amount.
    /// </summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.DataOperations), MemberType = typeof(ConformanceCases))]
    public Task Each_operation_sends_data_of_its_own_part_or_reports_it(PaymentOperation operation) =>
        HoldsAsync(
            "Every operation carries the line items of its own amount, even if that is only a part of the authorized or paid amount.",
            "commercial-data",
            async () =>
            {
                var order = Harness.NewCommercialOrder();
                var data = order.Data with { WhenNotExpressible = WhenNotExpressible.DropAndReport };
                if (await IsRefusedAsUnsupported(operation))
                {
                    return;
                }

                var request = await PrepareAsync(operation, WholeOf(operation, order.Amount), data);
                var result = await PayAsync(With(request, data, order.Amount));

                var carries = !TakesNone && Harness.CarriesCommercialData(operation);
                // A capture or refund that cannot carry data follows the level of its original.
                var hasLevel = carries || operation is not (PaymentOperation.Capture or PaymentOperation.Refund);
                await AssertReported(result, data, carries ? Highest : CommercialDataLevel.LevelI, hasLevel);
                if (carries)
                {
                    AssertSame(Inexpressible, result?.CommercialData.DroppedFields);
                }
            }
        );

    /// <summary>An operation that cannot carry data refuses it unless it may be dropped; every other operation accepts it.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.DataOperations), MemberType = typeof(ConformanceCases))]
    public Task An_operation_carries_the_data_or_refuses_it_by_name(PaymentOperation operation) =>
        HoldsAsync(
            "An operation that cannot carry data refuses it unless it may be dropped; every other operation accepts it.",
            "commercial-data",
            async () =>
            {
                var order = Harness.NewExpressibleOrder();
                if (await IsRefusedAsUnsupported(operation))
                {
                    return;
                }

                var prepared = await PrepareAsync(operation, order.Amount, order.Data);
                var request = With(prepared, order.Data, order.Amount);
                if (!TakesNone && Harness.CarriesCommercialData(operation))
                {
                    AssertSame([], (await PayAsync(request))?.CommercialData.DroppedFields);
                    return;
                }

                var problems = await RefusedAsync(request);

                Assert.NotEmpty(problems);
                AssertNamed(problems, TakesNone ? [] : ["CustomerReference", "Tax.Amount", "LineItems[*].ProductCode"]);
            }
        );

    private Money WholeOf(PaymentOperation operation, Money part) =>
        operation switch
        {
            PaymentOperation.Capture when Capabilities.PartialCapture => part + Harness.AmountOf(3),
            PaymentOperation.Refund when Capabilities.PartialRefund => part + Harness.AmountOf(3),
            _ => part,
        };

    /// <summary>A request whose original, if it has one, charged the whole amount without any data.</summary>
    private async Task<PaymentRequest> PrepareAsync(PaymentOperation operation, Money whole, CommercialCardData data)
    {
        switch (operation)
        {
            case PaymentOperation.Authorize:
                return With(await Harness.NewAuthorizationAsync(whole), data, whole);
            case PaymentOperation.Credit:
                return With(await Harness.NewCreditAsync(whole), data, whole);
            case PaymentOperation.Capture:
                return With(
                    Capture(await TransactionOfAsync(await Harness.NewAuthorizationAsync(whole)), whole),
                    data,
                    whole
                );
            case PaymentOperation.Refund:
                var paid = await TransactionOfAsync(await Harness.NewSaleAsync(whole));
                await Harness.SettleAsync();
                return With(Refund(paid, whole), data, whole);
            default:
                return With(await Harness.NewSaleAsync(whole), data, whole);
        }
    }

    private async Task<PaymentRequest> SaleOf(CommercialOrder order, CommercialCardData data) =>
        With(await Harness.NewSaleAsync(order.Amount), data, order.Amount);

    private static PaymentRequest With(PaymentRequest request, CommercialCardData data, Money amount) =>
        request switch
        {
            SaleRequest sale => sale with { CommercialCardData = data, Amount = amount },
            AuthorizeRequest authorization => authorization with { CommercialCardData = data, Amount = amount },
            CaptureRequest capture => capture with { CommercialCardData = data, Amount = amount },
            RefundRequest refund => refund with { CommercialCardData = data, Amount = amount },
            CreditRequest credit => credit with { CommercialCardData = data, Amount = amount },
            _ => throw new ArgumentException($"{request.GetType().Name} cannot carry data.", nameof(request)),
        };
}
