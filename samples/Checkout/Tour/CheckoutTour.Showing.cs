using System.Diagnostics;
using System.Globalization;
using Checkout.Shop;
using PaymentAbstractions;

namespace Checkout.Tour;

internal sealed partial class CheckoutTour
{
    private static PaymentCard TestCard(string number, string securityCode, int month = 12, int year = 2030) =>
        new()
        {
            Number = new CardNumber(number),
            ExpiryMonth = month,
            ExpiryYear = year,
            SecurityCode = new SecurityCode(securityCode),
        };

    private static string OrderNumber(int number) => string.Create(CultureInfo.InvariantCulture, $"A{number:D4}");

    private Order NextOrder(decimal total, string? note = null) => new(OrderNumber(++_orders), Money.Usd(total), note);

    private void Keep(Order order, Money amount) => _kept[order.Number] = amount;

    private async Task<PaymentResult> ShowAsync(string operation, Func<Task<PaymentResult>> pay, Expected expected)
    {
        var clock = Stopwatch.StartNew();
        var result = await pay();
        table.Add(
            new TourRow
            {
                Operation = operation,
                Gateway = result.Gateway ?? Gateway,
                Outcome = Outcome(result.Outcome, result.Reason) + As(result),
                Code = result.Code,
                ProviderCode = result.ProviderCode,
                Transaction = result.Transaction?.TransactionId,
                Milliseconds = clock.Elapsed.TotalMilliseconds,
                Complaint = expected.Complain(result),
            }
        );
        return result;
    }

    private async Task ShowFoundAsync(string operation, Func<Task<FindResult>> lookUp, PaymentOutcome expected)
    {
        var clock = Stopwatch.StartNew();
        var result = await lookUp();
        var state = result.State;
        table.Add(
            new TourRow
            {
                Operation = operation,
                Gateway = state?.Transaction.Gateway ?? Gateway,
                Outcome = state is null
                    ? $"{result.Status}"
                    : $"{result.Status}: {Outcome(state.Outcome, state.Reason)}",
                Code = state?.Code,
                ProviderCode = state?.ProviderCode,
                Transaction = state?.Transaction.TransactionId,
                Milliseconds = clock.Elapsed.TotalMilliseconds,
                Complaint = state?.Outcome == expected ? "" : $"expected Found: {expected} ({result.Reason})",
            }
        );
    }

    private TourRow Stored(string operation, VaultResult result, Stopwatch clock) =>
        new()
        {
            Operation = operation,
            Gateway = Gateway,
            Outcome = Outcome(result.Outcome, result.Reason),
            Transaction = result.Id,
            Milliseconds = clock.Elapsed.TotalMilliseconds,
            Complaint = result.Outcome == PaymentOutcome.Approved ? "" : "expected Approved",
        };

    private TourRow Note(string operation, string outcome, double milliseconds, string complaint) =>
        new()
        {
            Operation = operation,
            Gateway = Gateway,
            Outcome = outcome,
            Milliseconds = milliseconds,
            Complaint = complaint,
        };

    private static string Outcome(PaymentOutcome outcome, PaymentReason reason) =>
        reason == PaymentReason.None ? $"{outcome}" : $"{outcome}, {reason}";

    private static string As(PaymentResult result) =>
        result.PerformedAs is { } done && done != PaymentOperation.Unknown ? $" as {done}" : "";
}
