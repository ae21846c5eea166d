using System.Collections.Concurrent;

namespace WebShop.Orders;

/// <summary>The shop's orders. A real shop has a database, which saves an order before the call that pays it.</summary>
public sealed class OrderBook
{
    private readonly ConcurrentDictionary<string, Order> _orders = new(StringComparer.Ordinal);

    public Order this[string number] => _orders[number];

    public Order Save(Order order) => _orders[order.Number] = order;

    public Order? Find(string? number) => number is null ? null : _orders.GetValueOrDefault(number);
}
