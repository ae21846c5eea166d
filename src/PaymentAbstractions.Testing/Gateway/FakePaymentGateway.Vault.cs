namespace PaymentAbstractions.Testing;

public sealed partial class FakePaymentGateway
{
    private readonly Dictionary<string, Customer> _customers = new(StringComparer.Ordinal);
    private int _storedMethods;

    /// <summary>The customers in the vault, by id; a copy.</summary>
    public IReadOnlyDictionary<string, Customer> Customers
    {
        get
        {
            lock (_lock)
            {
                return new Dictionary<string, Customer>(_customers, StringComparer.Ordinal);
            }
        }
    }

    /// <inheritdoc />
    public Task<VaultResult> UpsertCustomerAsync(Customer customer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customer);
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<VaultResult>(cancellationToken);
        }

        lock (_lock)
        {
            var existed = !_customers.TryAdd(customer.Id, customer);
            _customers[customer.Id] = customer;
            return Task.FromResult(Stored(customer.Id) with { AlreadyExisted = existed });
        }
    }

    /// <inheritdoc />
    public Task<VaultResult> StorePaymentMethodAsync(
        StorePaymentMethodRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<VaultResult>(cancellationToken);
        }

        lock (_lock)
        {
            return Task.FromResult(
                _customers.ContainsKey(request.CustomerId)
                    ? Stored($"method_{++_storedMethods}")
                    : new VaultResult { Outcome = PaymentOutcome.Rejected, Reason = PaymentReason.NotFound }
            );
        }
    }

    private static VaultResult Stored(string id) => new() { Outcome = PaymentOutcome.Approved, Id = id };
}
