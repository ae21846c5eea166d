using Checkout.BackOffice;
using Checkout.Demonstration;
using Checkout.Payments;
using Checkout.Storefront;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PaymentAbstractions;
using PaymentAbstractions.Journal;

namespace Checkout.Pages;

public sealed class OperatorModel(
    IPaymentGateways gateways,
    IPaymentRecovery recovery,
    OrderStore orders,
    OrderSteps steps,
    ProviderConsole console,
    ProcessKiller killer,
    GatewaySwitch gatewaySwitch,
    IConfiguration configuration
) : PageModel
{
    private const int MaxOrders = 30;

    public IReadOnlyList<UnresolvedPayment> Doubts { get; private set; } = [];

    public IReadOnlyList<GatewayStatus> Gateways { get; private set; } = [];

    public IReadOnlyList<PlacedOrder> Orders { get; private set; } = [];

    public GatewayStatus InUse => gateways.GetStatus(gateways.Default.Name);

    public IReadOnlyList<string> ReloadProblems => gateways.ReloadProblems;

    public bool IsKillerArmed => killer.IsArmed;

    /// <summary>The orders that take no payment unless a person permits it.</summary>
    public IReadOnlyList<Order> Blocked => [.. Orders.Select(order => order.Payment).Where(order => order.NeedsPermit)];

    public double Deadline => configuration.GetValue<TimeSpan>($"Payments:Gateways:{InUse.Name}:Deadline").TotalSeconds;

    public string DoubtsVersion =>
        string.Join(
            ',',
            Doubts.Select(doubt =>
                $"{doubt.Entry.Key}-{doubt.Entry.Revision}-{doubt.LookedUpAt?.UtcTicks}-{StateOf(doubt)}"
            )
        );

    public string GatewaysVersion => string.Join(',', Gateways) + InUse.Name + string.Join(',', ReloadProblems);

    public string OrdersVersion =>
        string.Join(',', Orders.Select(order => $"{order.Payment.Number}-{order.Payment.Version}"));

    public static string StateOf(UnresolvedPayment doubt)
    {
        ArgumentNullException.ThrowIfNull(doubt);
        return doubt.Entry.State switch
        {
            JournalEntryState.Open => "Sent, or about to be, without an answer",
            JournalEntryState.Pending => "Pending: the customer or the provider has to act",
            _ => "Unknown: no answer that can be trusted",
        };
    }

    public static string WhyOf(UnresolvedPayment doubt)
    {
        ArgumentNullException.ThrowIfNull(doubt);
        return doubt.Reason
            ?? doubt.Entry.Outcome?.Result.Message
            ?? doubt.Entry.Outcome?.Result.Reason.ToString()
            ?? "The process that sent it has not recorded an answer.";
    }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Doubts = await ListDoubtsAsync(cancellationToken);
        Gateways = [.. gateways.Names.Select(gateways.GetStatus)];
        Orders = await orders.ListAsync(shopper: null, MaxOrders, cancellationToken);
    }

    public async Task<IActionResult> OnPostLookUpAsync(string key, CancellationToken cancellationToken)
    {
        if (!IdempotencyKey.TryParse(key, out var known) || await FindAsync(known, cancellationToken) is not { } doubt)
        {
            return Say("That payment is not in doubt any more.");
        }

        var entry = await recovery.RecoverAsync(known, doubt.Entry.Intent.Environment, cancellationToken);
        return Say(
            entry is { IsInDoubt: false }
                ? $"It is resolved: {entry.Outcome!.Outcome}."
                : "The look-up proved nothing yet. A payment that may still be under way is looked up a little later."
        );
    }

    public async Task<IActionResult> OnPostResolveAsync(
        string key,
        PaymentOutcome outcome,
        string? transaction,
        string? who,
        string? why,
        CancellationToken cancellationToken
    )
    {
        if (!IdempotencyKey.TryParse(key, out var known) || await FindAsync(known, cancellationToken) is not { } doubt)
        {
            return Say("That payment is not in doubt any more.");
        }

        try
        {
            var intent = doubt.Entry.Intent;
            var reference = string.IsNullOrWhiteSpace(transaction)
                ? null
                : new TransactionReference(intent.Gateway, intent.Account, transaction.Trim());
            var write = await recovery.ResolveAsync(
                known,
                outcome,
                reference,
                who ?? "",
                why ?? "",
                intent.Environment,
                cancellationToken
            );
            return write.IsRecorded
                ? Say($"It is resolved as {outcome}, and the person and the reason are recorded.")
                : Refuse(WhyNotResolved(write));
        }
        catch (PaymentRequestException exception)
        {
            return Refuse(exception.Message);
        }
    }

    public async Task<IActionResult> OnPostSwitchAsync(string gateway, CancellationToken cancellationToken) =>
        await gatewaySwitch.ToAsync(gateway, cancellationToken)
            ? Say($"New payments go to {gateway}.")
            : Refuse("The configuration has not taken effect. The gateways below say why.");

    public async Task<IActionResult> OnPostFaultAsync(string fault, CancellationToken cancellationToken)
    {
        await console.AddFaultAsync(InUse.Provider, fault, cancellationToken);
        return Say("The next payment meets it. Now pay an order.");
    }

    public async Task<IActionResult> OnPostDropFaultsAsync(CancellationToken cancellationToken)
    {
        killer.Disarm();
        await console.DropFaultsAsync(cancellationToken);
        return Say("The provider behaves again.");
    }

    public async Task<IActionResult> OnPostKillAsync(CancellationToken cancellationToken)
    {
        await killer.ArmAsync(InUse.Provider, cancellationToken);
        return Say("The next payment kills the shop. Now pay an order.");
    }

    public async Task<IActionResult> OnPostPermitAsync(
        string number,
        Dictionary<string, int> seen,
        string? who,
        string? why,
        bool sure,
        CancellationToken cancellationToken
    )
    {
        if (!sure || string.IsNullOrWhiteSpace(who) || string.IsNullOrWhiteSpace(why))
        {
            return Refuse(
                "Give your name and the reason, and confirm that you know what it means. Nothing was changed."
            );
        }

        ArgumentNullException.ThrowIfNull(seen);
        var order = await steps.PermitAnotherPaymentAsync(
            number,
            seen.GetValueOrDefault(number, -1),
            who.Trim(),
            why.Trim(),
            cancellationToken
        );
        return Say(
            order.MayChargeAgain
                ? $"Order {number} can be paid again."
                : $"Order {number} has changed meanwhile, or something of it is in doubt. Nothing was permitted."
        );
    }

    private async Task<List<UnresolvedPayment>> ListDoubtsAsync(CancellationToken cancellationToken)
    {
        var doubts = new List<UnresolvedPayment>();
        await foreach (var doubt in recovery.GetUnresolvedAsync(cancellationToken))
        {
            doubts.Add(doubt);
        }

        return doubts;
    }

    private async Task<UnresolvedPayment?> FindAsync(IdempotencyKey key, CancellationToken cancellationToken) =>
        (await ListDoubtsAsync(cancellationToken)).Find(doubt => doubt.Entry.Intent.IdempotencyKey == key);

    private static string WhyNotResolved(JournalWrite write) =>
        write.Status == JournalWriteStatus.TooEarly
            ? "It was not resolved: the payment may still be under way. Try again in half a minute."
            : $"It was not resolved: {write.Status}. {write.Failure?.Message}";

    private RedirectToPageResult Say(string notice)
    {
        TempData["Notice"] = notice;
        return RedirectToPage();
    }

    private RedirectToPageResult Refuse(string problem)
    {
        TempData["Problem"] = problem;
        return RedirectToPage();
    }
}
