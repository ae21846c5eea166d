using PaymentAbstractions.Benchmarks.Sales;

namespace PaymentAbstractions.Benchmarks.Measuring;

/// <summary>Sends one payment and checks its answer.</summary>
/// <param name="order">What is paid.</param>
/// <param name="cancellationToken">The token of the caller, as a web request has one.</param>
/// <returns>What the caller was told: one payment with its amount and key.</returns>
/// <exception cref="InvalidOperationException">The payment was not approved as requested.</exception>
internal delegate Task<Tally> Send(Order order, CancellationToken cancellationToken);
