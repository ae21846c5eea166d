using System.Collections.Concurrent;
using Checkout.Payments;

namespace Checkout.Tests;

/// <summary>Orders in memory, with versions as in a database.</summary>
internal sealed class MemoryOrderStore : IOrderStore
{
    private readonly ConcurrentDictionary<string, Order> _orders = new(StringComparer.Ordinal);

    public Order this[string number]
    {
        get => _orders[number];
        set => _orders[number] = value;
    }

    public Task<Order?> FindAsync(string number, CancellationToken cancellationToken = default) =>
        Task.FromResult(_orders.GetValueOrDefault(number));

    public Task<Order?> TrySaveAsync(Order order, CancellationToken cancellationToken = default)
    {
        var next = order with { Version = order.Version + 1 };
        var known = _orders[order.Number];
        return Task.FromResult(
            known.Version == order.Version && _orders.TryUpdate(order.Number, next, known) ? next : null
        );
    }

    public Task<IReadOnlyList<Order>> ListInDoubtAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<Order>>([.. _orders.Values.Where(order => order.State == OrderState.Paying)]);
}
