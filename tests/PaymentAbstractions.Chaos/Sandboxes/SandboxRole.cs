using System.Globalization;
using System.Text.Json;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Chaos;

/// <summary>Emulates both providers in a separate process, so that their record survives every death of the worker.</summary>
internal sealed class SandboxRole : IAsyncDisposable
{
    private readonly RebillySandbox _rebilly;
    private readonly VirtualTerminalSandbox _terminal;
    private readonly FaultPlan[] _plans;
    private readonly WebhookPlan _webhooks;

    private SandboxRole(RebillySandbox rebilly, VirtualTerminalSandbox terminal, RoleArguments arguments)
    {
        (_rebilly, _terminal) = (rebilly, terminal);
        var seed = arguments.Number("seed");
        var share = arguments.Share("faults");
        _plans =
        [
            new FaultPlan(rebilly.Faults, rebilly.BaseAddress, seed, share),
            new FaultPlan(terminal.Faults, terminal.BaseAddress, seed + 1, share),
        ];
        _webhooks = new WebhookPlan(rebilly.Webhooks, seed + 2);
    }

    public static async Task<int> RunAsync(RoleArguments arguments)
    {
        var console = new ChildConsole();
        await using var role = new SandboxRole(
            await RebillySandbox.StartAsync(RebillyOptions(arguments)),
            await VirtualTerminalSandbox.StartAsync(TerminalOptions(arguments)),
            arguments
        );
        console.Event($"ready {role._rebilly.BaseAddress} {role._terminal.BaseAddress}");
        await console.ServeAsync(role.AnswerAsync);
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var plan in _plans)
        {
            await plan.DisposeAsync();
        }

        await _webhooks.DisposeAsync();
        await _rebilly.DisposeAsync();
        await _terminal.DisposeAsync();
    }

    private static RebillySandboxOptions RebillyOptions(RoleArguments arguments)
    {
        var name = arguments["rebilly"];
        var options = new RebillySandboxOptions
        {
            Profile = RebillySandboxProfile.All.First(profile => profile.Name == name),
        };
        options.Accounts.Clear();
        foreach (var gateway in ChaosGateway.All.Where(gateway => gateway.IsRebilly))
        {
            options.Accounts.Add(
                new RebillySandboxAccount
                {
                    OrganizationId = gateway.Account,
                    WebsiteId = "web_chaos",
                    ApiKey = gateway.Key,
                }
            );
            options.Webhooks.Add(Webhook.Of(gateway, arguments.Number("hooks")));
        }

        return options;
    }

    private static VirtualTerminalSandboxOptions TerminalOptions(RoleArguments arguments)
    {
        var name = arguments["terminal"];
        var options = new VirtualTerminalSandboxOptions
        {
            Profile = VirtualTerminalSandboxProfile.All.First(profile => profile.Name == name),
        };
        options.Accounts.Clear();
        foreach (var gateway in ChaosGateway.All.Where(gateway => !gateway.IsRebilly))
        {
            options.Accounts.Add(new VirtualTerminalSandboxAccount { Mid = gateway.Account, ApiKey = gateway.Key });
        }

        options.Customers.Clear();
        for (var i = 0; i < arguments.Number("customers"); i++)
        {
            options.Customers.Add(
                new VirtualTerminalSandboxCustomer
                {
                    Id = TerminalCustomer.IdOf(i),
                    Name = string.Create(CultureInfo.InvariantCulture, $"Customer {i}"),
                    PaymentMethods = [new() { Id = TerminalCustomer.CardOf(i) }],
                }
            );
        }

        return options;
    }

    private async Task<IReadOnlyList<string>> AnswerAsync(string[] words)
    {
        switch (words)
        {
            case ["faults", var state]:
                foreach (var plan in _plans)
                {
                    plan.Switch(state == "on");
                }

                _webhooks.Switch(state == "on");
                return [];
            case ["fault", var name]:
                var fault = SandboxFault.All.First(one => one.Name == name);
                _rebilly.Faults.Enqueue(fault);
                if (_terminal.Faults.CanShow(fault))
                {
                    _terminal.Faults.Enqueue(fault);
                }

                return [];
            case ["advance", var seconds]:
                var by = TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture));
                _rebilly.Clock.Advance(by);
                _terminal.Clock.Advance(by);
                return [];
            case ["settle"]:
                _rebilly.SettleAll();
                _terminal.SettleAll();
                return [];
            case ["resolve"]:
                _rebilly.ResolveTimeouts();
                return [];
            case ["decide", .. var transactions]:
                return [$"{transactions.Count(Decide)}"];
            case ["idle"]:
                await _rebilly.WhenIdleAsync().WaitAsync(TimeSpan.FromSeconds(20));
                await _terminal.WhenIdleAsync().WaitAsync(TimeSpan.FromSeconds(20));
                return [];
            case ["delivered"]:
                await _rebilly.Webhooks.WhenDeliveredAsync().WaitAsync(TimeSpan.FromSeconds(50));
                return [];
            case ["webhooks"]:
                return
                [
                    .. _rebilly
                        .Webhooks.Deliveries.GroupBy(delivery => Webhook.Name(delivery))
                        .Select(group => $"{group.Key} {group.Count()}"),
                ];
            case ["counts", var orders]:
                return
                [
                    .. Enumerable
                        .Range(0, int.Parse(orders, CultureInfo.InvariantCulture))
                        .Select(OrderPlan.NumberOf)
                        .Select(order => $"{order} {CountCharges(OrderPlan.MarkOf(order))}"),
                ];
            case ["ledger"]:
                return
                [
                    .. _rebilly
                        .Ledger.Movements.Concat(_terminal.Ledger.Movements)
                        .Select(movement => JsonSerializer.Serialize(movement)),
                ];
            case ["hits"]:
                return [.. _plans.SelectMany(plan => plan.Hits).Select(hit => $"{hit.Key} {hit.Value}")];
            default:
                throw new ArgumentException($"There is no command '{string.Join(' ', words)}'.");
        }
    }

    private int CountCharges(string text) => _rebilly.Ledger.CountCharges(text) + _terminal.Ledger.CountCharges(text);

    // A customer or a bank decides: the transaction is approved or refused.
    private bool Decide(string transaction)
    {
        try
        {
            if (transaction.Sum(letter => letter) % 3 == 0)
            {
                _rebilly.CancelWaiting(transaction);
            }
            else
            {
                _rebilly.ApproveWaiting(transaction);
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
