using System.Collections.Concurrent;
using System.Threading.Channels;
using Checkout.Payments;

namespace Checkout.Tests;

/// <summary>Orders in memory, with versions as in a database.</summary>
internal sealed class MemoryOrderStore : IOrderStore
{
    private readonly ConcurrentDictionary<string, Order> _orders = new(StringComparer.Ordinal);
    private readonly Channel<int> _saved = Channel.CreateUnbounded<int>();

    /// <summary>Receives the number of orders in doubt whenever they are listed.</summary>
    public Channel<int> Listed { get; } = Channel.CreateUnbounded<int>();

    public Order this[string number]
    {
        get => _orders[number];
        set => _orders[number] = value;
    }

    public Task<Order?> FindAsync(string number, CancellationToken cancellationToken = default) =>
        Task.FromResult(_orders.GetValueOrDefault(number));

    /// <summary>Waits until an order is saved in a state.</summary>
    public async Task WhenAsync(string number, Func<Order, bool> reached, CancellationToken cancellationToken)
    {
        while (!reached(_orders[number]))
        {
            await _saved.Reader.ReadAsync(cancellationToken);
        }
    }

    public Task<Order?> TrySaveAsync(Order order, CancellationToken cancellationToken = default)
    {
        var next = order with { Version = order.Version + 1 };
        var known = _orders[order.Number];
        var isSaved = known.Version == order.Version && _orders.TryUpdate(order.Number, next, known);
        _saved.Writer.TryWrite(next.Version);
        return Task.FromResult(isSaved ? next : null);
    }

    public Task<IReadOnlyList<Order>> ListInDoubtAsync(CancellationToken cancellationToken = default)
    {
        IReadOnlyList<Order> listed =
        [
            .. _orders.Values.Where(order => order.State == OrderState.Paying || order.StepInDoubt is not null),
        ];
        Listed.Writer.TryWrite(listed.Count);
        return Task.FromResult(listed);
    }
}
