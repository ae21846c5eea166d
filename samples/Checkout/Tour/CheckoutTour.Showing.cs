using System.Diagnostics;
using System.Globalization;
using Checkout.Shop;
using PaymentAbstractions;

namespace Checkout.Tour;

internal sealed partial class CheckoutTour
{
    // A number names one order in the whole shop, whichever gateway takes its payment.
    private string OrderNumber(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{stage.Pick('A', 'C')}{number:D4}");

    private Order NextOrder(decimal total, string? note = null) => new(OrderNumber(++_orders), Money.Usd(total), note);

    private void Keep(Order order) => _kept.Add(order.Number);

    private async Task<PaymentResult> ShowAsync(string operation, Func<Task<PaymentResult>> pay, Expected expected)
    {
        table.Begin(operation);
        var clock = Stopwatch.StartNew();
        PaymentResult result;
        try
        {
            result = await pay();
        }
        catch (PaymentRequestException exception)
        {
            var row = Note(
                operation,
                expected.RefusalTells.Count == 0 ? "not supported" : "refused before sending",
                clock.Elapsed.TotalMilliseconds,
                expected.Complain(exception)
            );
            table.Add(expected.RefusalTells.Count == 0 ? row : row with { Detail = exception.Message });
            return new PaymentResult { Outcome = PaymentOutcome.Rejected, Operation = PaymentOperation.Unknown };
        }

        table.Add(
            new TourRow
            {
                Operation = operation,
                Gateway = result.Gateway ?? stage.Gateway,
                Outcome = Outcome(result.Outcome, result.Reason) + As(result),
                Code = result.Code,
                ProviderCode = result.Provider.Code,
                Transaction = result.Transaction?.TransactionId,
                Milliseconds = clock.Elapsed.TotalMilliseconds,
                Detail = expected.SentLevel is null ? "" : Levels(result),
                Complaint = expected.Complain(result),
            }
        );
        return result;
    }

    private async Task ShowFoundAsync(string operation, Func<Task<FindResult>> lookUp, PaymentOutcome expected)
    {
        table.Begin(operation);
        var clock = Stopwatch.StartNew();
        var result = await lookUp();
        var state = result.State;
        table.Add(
            new TourRow
            {
                Operation = operation,
                Gateway = state?.Transaction.Gateway ?? stage.Gateway,
                Outcome = state is null
                    ? $"{result.Status}"
                    : $"{result.Status}: {Outcome(state.Outcome, state.Reason)}",
                Code = state?.Code,
                ProviderCode = state?.Provider.Code,
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
            Gateway = stage.Gateway,
            Outcome = Outcome(result.Outcome, result.Reason),
            Transaction = result.Id,
            Milliseconds = clock.Elapsed.TotalMilliseconds,
            Complaint = result.Outcome == PaymentOutcome.Approved ? "" : "expected Approved",
        };

    private TourRow Note(string operation, string outcome, double milliseconds, string complaint) =>
        new()
        {
            Operation = operation,
            Gateway = stage.Gateway,
            Outcome = outcome,
            Milliseconds = milliseconds,
            Complaint = complaint,
        };

    private static string Outcome(PaymentOutcome outcome, PaymentReason reason) =>
        reason == PaymentReason.None ? $"{outcome}" : $"{outcome}, {reason}";

    // A reversed payment no longer counts, however it was reversed.
    private static string As(PaymentResult result) =>
        result.Outcome != PaymentOutcome.Reversed && result.PerformedAs is { } done && done != PaymentOperation.Unknown
            ? $" as {done}"
            : "";

    private static string Levels(PaymentResult result)
    {
        var sent = result.CommercialData.SentLevel is { } level ? $"{level}" : "not told";
        var passed = result.CommercialData.PassedThrough ? " (passed through)" : "";
        var reported = result.CommercialData.ReportedLevel is { } other ? $"{other}" : "NotReported";
        var dropped =
            result.CommercialData.DroppedFields.Count == 0
                ? ""
                : $"; left out: {string.Join(", ", result.CommercialData.DroppedFields)}";
        return $"SentLevel {sent}{passed}, ReportedLevel {reported}{dropped}";
    }
}
