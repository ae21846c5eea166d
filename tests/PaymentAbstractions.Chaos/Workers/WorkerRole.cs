using System.Globalization;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Chaos;

/// <summary>A checkout with its journal, as a process that can be killed at any time.</summary>
internal sealed class WorkerRole(WorkerHost host, ChildConsole console, RoleArguments arguments) : IAsyncDisposable
{
    private static readonly TimeSpan SwitchInterval = TimeSpan.FromMilliseconds(150);
    private readonly int _seed = arguments.Number("seed");
    private readonly int _life = arguments.Number("life");
    private readonly IReadOnlyDictionary<string, TransactionReference> _soldElsewhere = OtherSystem.Read(
        arguments["elsewhere"]
    );
    private readonly CancellationTokenSource _end = new();
    private Task _work = Task.CompletedTask;

    public static async Task<int> RunAsync(RoleArguments arguments)
    {
        var console = new ChildConsole();
        await using var host = await WorkerHost.StartAsync(arguments, console);
        await using var role = new WorkerRole(host, console, arguments);
        console.Event("ready");
        await console.ServeAsync(role.AnswerAsync);
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _work;
        _end.Dispose();
    }

    private async Task<IReadOnlyList<string>> AnswerAsync(string[] words)
    {
        switch (words)
        {
            case ["drive", var from, var to]:
                var orders = Enumerable.Range(Number(from), Number(to) - Number(from));
                _work = Task.WhenAll(DriveAsync(orders, isFinishing: false), SwitchDefaultAsync());
                return [];
            case ["repeat", .. var indexes]:
                await DriveAsync(indexes.Select(Number), isFinishing: true);
                return [];
            case ["entries", var count]:
                return await host.EntriesAsync(Number(count));
            case ["arm", var step, var skip]:
                host.Crash.Arm(Enum.Parse<CrashStep>(step), Number(skip));
                return [];
            case ["advance", var seconds]:
                host.Time.Advance(TimeSpan.FromSeconds(Number(seconds)));
                return [];
            case ["recover"]:
                return await host.RecoverAsync();
            case ["close", var key]:
                await host.CloseAsync(key);
                return [];
            case ["waiting"]:
                return await host.WaitingAsync();
            case ["unpublished"]:
                return await host.UnpublishedAsync();
            case ["unresolved"]:
                return await host.UnresolvedAsync();
            default:
                throw new ArgumentException($"There is no command '{string.Join(' ', words)}'.");
        }
    }

    private async Task DriveAsync(IEnumerable<int> indexes, bool isFinishing)
    {
        var queue = Channel.CreateUnbounded<int>();
        foreach (var index in indexes)
        {
            queue.Writer.TryWrite(index);
        }

        queue.Writer.Complete();
        var callers = Enumerable
            .Range(0, arguments.Number("callers"))
            .Select(_ => CallAsync(queue.Reader, isFinishing));
        await Task.WhenAll(callers);
        if (!isFinishing)
        {
            console.Event("driven");
        }
    }

    private async Task CallAsync(ChannelReader<int> queue, bool isFinishing)
    {
        await Task.Yield();
        while (!_end.IsCancellationRequested && queue.TryRead(out var index))
        {
            try
            {
                var plan = OrderPlan.Of(_seed, index, arguments.Number("customers"));
                var random = new Random(unchecked((_seed * 31) + (_life * 1_000_003) + index));
                var gateways = host.Services.GetRequiredService<IPaymentGateways>();
                var cashier = new Cashier(gateways, console, random, isFinishing ? host.OwnerOfAsync : null);
                await new Shopper(
                    plan,
                    _soldElsewhere.GetValueOrDefault(plan.Number),
                    gateways,
                    cashier,
                    random
                ).RunAsync();
                console.Event($"done {index}");
            }
#pragma warning disable CA1031 // A caller of the library must never see one, so it is counted as a failure of the run.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                console.Event($"broken {index} {exception.ToString().ReplaceLineEndings(" ")}");
            }
        }
    }

    private async Task SwitchDefaultAsync()
    {
        var random = new Random(unchecked((_seed * 17) + _life));
        try
        {
            while (true)
            {
                host.Default.To(ChaosGateway.All[random.Next(ChaosGateway.All.Count)]);
                await Task.Delay(SwitchInterval, _end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The worker is stopping.
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
