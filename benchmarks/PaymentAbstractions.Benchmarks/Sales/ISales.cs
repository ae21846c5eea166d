namespace PaymentAbstractions.Benchmarks.Sales;

/// <summary>One way to send a sale to the provider.</summary>
internal interface ISales : IDisposable
{
    /// <summary>Sends one sale and checks what came back.</summary>
    /// <param name="order">What is paid.</param>
    /// <param name="cancellationToken">The token of the caller, as a web request has one.</param>
    /// <returns>What the caller was told: one sale with its amount and key.</returns>
    /// <exception cref="InvalidOperationException">The sale was not approved as requested.</exception>
    Task<Tally> SendAsync(Order order, CancellationToken cancellationToken);
}
