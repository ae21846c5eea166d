using System.Globalization;
using Checkout.BackOffice;
using Checkout.Demonstration;
using Checkout.Payments;
using Checkout.Storefront;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PaymentAbstractions;

namespace Checkout.Pages;

/// <summary>
/// An order for its shopper and for staff. This sample has no accounts, and an order's number cannot be guessed; a real shop lets only staff
/// capture, void and refund.
/// </summary>
public sealed class OrderModel(
    OrderStore orders,
    OrderPayments payments,
    OrderSteps steps,
    ProviderConsole console,
    ShopOptions options
) : PageModel
{
    public PlacedOrder Placed { get; private set; } = null!;

    public Order Order => Placed.Payment;

    public IReadOnlyList<LedgerEntry>? Ledger { get; private set; }

    public string LedgerVersion =>
        Ledger is null ? "none" : $"{Ledger.Count}-{string.Join(',', Ledger.Select(one => one.Status))}";

    /// <summary>Whether the emulators were started after the order was placed, so that they know nothing of it.</summary>
    public bool IsForgotten =>
        (Order.Charge is not null || Order.Transaction is not null) && Placed.PlacedAt < options.EmulatorsStartedAt;

    public string? Message =>
        Order.StepInDoubt is not null ? null
        : Order.Result is { } result && Order.State != OrderState.EnteringCard ? ShopperMessage.Of(result).Text
        : null;

    private string Staff => StaffCookie.Of(HttpContext);

    public static string Describe(OrderStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        var what = step.Request switch
        {
            CaptureRequest => "Charge of the reserved amount",
            RefundRequest refund => $"Refund of {ShopTexts.Of(refund.Amount)}",
            _ => "Void",
        };
        what = $"{what} by {step.Who}";
        return step.Result switch
        {
            null => $"{what}: under way",
            { IsApproved: true } => $"{what}: done",
            { Problems: [var problem, ..] } refused => $"{what}: {refused.Outcome}. {problem}",
            var result => $"{what}: {result.Outcome}. {result.Message ?? ShopperMessage.Of(result).Text}",
        };
    }

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancellationToken)
    {
        if (await orders.FindPlacedAsync(number, cancellationToken) is not { } placed)
        {
            return NotFound();
        }

        Placed = placed;
        Ledger = await console.GetLedgerAsync(Order, cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostLookUpAsync(string number, CancellationToken cancellationToken) =>
        DoAsync(number, () => payments.LookUpAsync(number, cancellationToken));

    public Task<IActionResult> OnPostCaptureAsync(string number, int seen, CancellationToken cancellationToken) =>
        DoAsync(number, () => steps.CaptureAsync(number, seen, Staff, cancellationToken));

    public Task<IActionResult> OnPostVoidAsync(string number, int seen, CancellationToken cancellationToken) =>
        DoAsync(number, () => steps.VoidAsync(number, seen, Staff, cancellationToken));

    public Task<IActionResult> OnPostRefundAsync(
        string number,
        string? amount,
        int seen,
        CancellationToken cancellationToken
    ) =>
        DoAsync(
            number,
            async () =>
            {
                var order = await orders.FindAsync(number, cancellationToken) ?? throw new KeyNotFoundException(number);
                if (
                    !decimal.TryParse(
                        amount,
                        NumberStyles.AllowDecimalPoint,
                        CultureInfo.InvariantCulture,
                        out var value
                    )
                    || value <= 0
                    || value > order.Kept.Amount
                )
                {
                    TempData["Problem"] =
                        $"Enter an amount from 0.01 to {order.Kept.Amount.ToString(CultureInfo.InvariantCulture)}. Nothing was refunded.";
                    return order;
                }

                return await steps.RefundAsync(
                    number,
                    new Money(value, order.Total.Currency),
                    seen,
                    Staff,
                    cancellationToken
                );
            }
        );

    public IActionResult OnPostName(string number, string? who)
    {
        if (string.IsNullOrWhiteSpace(who))
        {
            TempData["Problem"] = "Enter your name.";
        }
        else
        {
            StaffCookie.Set(HttpContext, who.Trim());
        }

        return RedirectToPage("/Orders/Order", new { number });
    }

    private async Task<IActionResult> DoAsync(string number, Func<Task<Order>> act)
    {
        if (await orders.FindAsync(number, CancellationToken.None) is null)
        {
            return NotFound();
        }

        try
        {
            await act();
        }
        catch (PaymentRequestException exception)
        {
            TempData["Problem"] = exception.Message;
        }

        return RedirectToPage("/Orders/Order", new { number });
    }
}
