using System.Globalization;
using System.Runtime.CompilerServices;

namespace PaymentAbstractions.Testing;

// A vault in memory. It takes everything that is stored, whatever the capabilities say, and knows no card that it was not given.
public sealed partial class FakePaymentGateway
{
    private readonly SortedDictionary<string, Customer> _customers = new(StringComparer.Ordinal);
    private readonly List<VaultPaymentMethod> _methods = [];
    private readonly Dictionary<string, string> _defaults = new(StringComparer.Ordinal);
    private int _lastMethod;

    /// <summary>The customers in the vault, by id; a copy.</summary>
    public IReadOnlyDictionary<string, Customer> Customers => InVault(() => _customers.ToDictionary(StringComparer.Ordinal));

    /// <inheritdoc />
    public Task<VaultResult> UpsertCustomerAsync(Customer customer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return AnswerAsync(
            () =>
            {
                var existed = _customers.ContainsKey(customer.Id);
                _customers[customer.Id] = customer;
                return Done(customer.Id) with { AlreadyExisted = existed };
            },
            cancellationToken
        );
    }

    /// <inheritdoc />
    public Task<VaultCustomer?> GetCustomerAsync(string customerId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customerId);
        return AnswerAsync(
            () => _customers.TryGetValue(customerId, out var customer) ? Show(customer) : null,
            cancellationToken
        );
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<VaultCustomer> ListCustomersAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        foreach (
            var customer in await AnswerAsync(() => _customers.Values.Select(Show).ToList(), cancellationToken)
                .ConfigureAwait(false)
        )
        {
            yield return customer;
        }
    }

    /// <inheritdoc />
    public Task<VaultResult> DeleteCustomerAsync(string customerId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customerId);
        return AnswerAsync(
            () =>
            {
                _methods.RemoveAll(method => method.CustomerId == customerId);
                _defaults.Remove(customerId);
                return _customers.Remove(customerId) ? Done(customerId) : NotInVault;
            },
            cancellationToken
        );
    }

    /// <inheritdoc />
    public Task<VaultResult> StorePaymentMethodAsync(
        StorePaymentMethodRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        return AnswerAsync(
            () =>
            {
                if (!_customers.ContainsKey(request.CustomerId))
                {
                    return NotInVault;
                }

                var id = string.Create(CultureInfo.InvariantCulture, $"method_{++_lastMethod}");
                var method = new VaultPaymentMethod
                {
                    Id = id,
                    CustomerId = request.CustomerId,
                    Details = DetailsOf(request.PaymentMethod, id),
                    Status = VaultPaymentMethodStatus.Active,
                    BillingAddress = request.BillingAddress,
                    CreatedAt = TimeProvider.GetUtcNow(),
                };
                _methods.Add(method);
                _defaults.TryAdd(request.CustomerId, id);
                return Done(id) with { PaymentMethod = method };
            },
            cancellationToken
        );
    }

    /// <inheritdoc />
    public Task<VaultPaymentMethod?> GetPaymentMethodAsync(
        string customerId,
        string paymentMethodId,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(customerId);
        ArgumentNullException.ThrowIfNull(paymentMethodId);
        return AnswerAsync(
            () => _methods.Find(method => method.CustomerId == customerId && method.Id == paymentMethodId),
            cancellationToken
        );
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<VaultPaymentMethod> ListPaymentMethodsAsync(
        string customerId,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(customerId);
        foreach (
            var method in await AnswerAsync(
                    () => _methods.FindAll(method => method.CustomerId == customerId),
                    cancellationToken
                )
                .ConfigureAwait(false)
        )
        {
            yield return method;
        }
    }

    /// <inheritdoc />
    public Task<VaultResult> UpdatePaymentMethodAsync(
        UpdatePaymentMethodRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        return AnswerAsync(
            () =>
                Change(
                    request.CustomerId,
                    request.PaymentMethodId,
                    method =>
                        method with
                        {
                            BillingAddress = request.BillingAddress ?? method.BillingAddress,
                            Details = method.Details with
                            {
                                ExpiryMonth = request.ExpiryMonth ?? method.Details.ExpiryMonth,
                                ExpiryYear = request.ExpiryYear ?? method.Details.ExpiryYear,
                            },
                        }
                ),
            cancellationToken
        );
    }

    /// <inheritdoc />
    public Task<VaultResult> RemovePaymentMethodAsync(
        string customerId,
        string paymentMethodId,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(customerId);
        ArgumentNullException.ThrowIfNull(paymentMethodId);
        return AnswerAsync(
            () =>
            {
                var removed = _methods.RemoveAll(method => method.CustomerId == customerId && method.Id == paymentMethodId);
                if (_defaults.GetValueOrDefault(customerId) == paymentMethodId)
                {
                    _defaults.Remove(customerId);
                }

                return removed > 0 ? Done(paymentMethodId) : NotInVault;
            },
            cancellationToken
        );
    }

    /// <inheritdoc />
    public Task<VaultResult> SetDefaultPaymentMethodAsync(
        string customerId,
        string paymentMethodId,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(customerId);
        ArgumentNullException.ThrowIfNull(paymentMethodId);
        return AnswerAsync(
            () =>
            {
                var result = Change(customerId, paymentMethodId, method => method);
                if (result.Outcome == PaymentOutcome.Approved)
                {
                    _defaults[customerId] = paymentMethodId;
                }

                return result;
            },
            cancellationToken
        );
    }

    private static VaultResult NotInVault { get; } =
        new() { Outcome = PaymentOutcome.Rejected, Reason = PaymentReason.NotFound };

    private static VaultResult Done(string id) => new() { Outcome = PaymentOutcome.Approved, Id = id };

    private static PaymentMethodDetails DetailsOf(PaymentMethod method, string id) =>
        new()
        {
            Kind = method is TokenPaymentMethod ? PaymentMethodKind.PaymentCard : method.Kind,
            Id = id,
            ExpiryMonth = (method as PaymentCard)?.ExpiryMonth,
            ExpiryYear = (method as PaymentCard)?.ExpiryYear,
        };

    private VaultCustomer Show(Customer customer) =>
        new()
        {
            Id = customer.Id,
            ProviderId = customer.Id,
            Address = customer.Address,
            DefaultPaymentMethodId = _defaults.GetValueOrDefault(customer.Id),
        };

    private VaultResult Change(string customerId, string id, Func<VaultPaymentMethod, VaultPaymentMethod> change)
    {
        var at = _methods.FindIndex(method => method.CustomerId == customerId && method.Id == id);
        if (at < 0)
        {
            return NotInVault;
        }

        _methods[at] = change(_methods[at]);
        return Done(id) with { PaymentMethod = _methods[at] };
    }

    private Task<T> AnswerAsync<T>(Func<T> answer, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<T>(cancellationToken)
            : Task.FromResult(InVault(answer));

    private T InVault<T>(Func<T> answer)
    {
        lock (_lock)
        {
            return answer();
        }
    }
}
