namespace Checkout.Payments;

/// <summary>The shop's orders, as far as payments need them. Thread-safe and durable: a save that returned survives a crash.</summary>
public interface IOrderStore
{
    /// <summary>Reads an order; <see langword="null"/> when there is none.</summary>
    Task<Order?> FindAsync(string number, CancellationToken cancellationToken = default);

    /// <summary>
    /// Saves an order if it has not been saved since it was read.
    /// </summary>
    /// <returns>The order with its new version; <see langword="null"/> when another save came first.</returns>
    Task<Order?> TrySaveAsync(Order order, CancellationToken cancellationToken = default);

    /// <summary>Reads every order whose payment, capture, void or refund is not final.</summary>
    Task<IReadOnlyList<Order>> ListInDoubtAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads an order that exists.</summary>
    /// <exception cref="KeyNotFoundException">There is no such order.</exception>
    async Task<Order> GetAsync(string number, CancellationToken cancellationToken) =>
        await FindAsync(number, cancellationToken) ?? throw new KeyNotFoundException($"There is no order '{number}'.");
}
