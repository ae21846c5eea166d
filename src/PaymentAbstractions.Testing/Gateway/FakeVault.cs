using System.Globalization;
using System.Runtime.CompilerServices;

namespace PaymentAbstractions.Testing;

/// <summary>The in-memory vault of a fake gateway.</summary>
/// <remarks>Thread-safe. The pipeline validates requests, as for every provider.</remarks>
internal sealed class FakeVault(Func<TimeProvider> time) : ICustomerVault
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Customer> _customers = new(StringComparer.Ordinal);
    private readonly List<VaultPaymentMethod> _methods = [];
    private readonly Dictionary<string, string> _defaults = new(StringComparer.Ordinal);
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);
    private int _lastMethod;

    public IReadOnlyDictionary<string, Customer> Customers =>
        InVault(() => _customers.ToDictionary(StringComparer.Ordinal));

    /// <summary>Whether a payment uses a method that was stored here and then deleted.</summary>
    public bool IsRemoved(PaymentRequest request) =>
        request is PaymentMethodRequest { PaymentMethod: StoredPaymentMethod method }
        && InVault(() => _removed.Contains(method.Id));

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

    public Task<VaultCustomer?> GetCustomerAsync(string customerId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customerId);
        return AnswerAsync(
            () => _customers.TryGetValue(customerId, out var customer) ? Show(customer) : null,
            cancellationToken
        );
    }

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

    public Task<VaultResult> DeleteCustomerAsync(string customerId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customerId);
        return AnswerAsync(
            () =>
            {
                _removed.UnionWith(
                    _methods.Where(method => method.CustomerId == customerId).Select(method => method.Id)
                );
                _methods.RemoveAll(method => method.CustomerId == customerId);
                _defaults.Remove(customerId);
                return _customers.Remove(customerId) ? Done(customerId) : NotInVault;
            },
            cancellationToken
        );
    }

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
                    CreatedAt = time().GetUtcNow(),
                };
                _methods.Add(method);
                _defaults.TryAdd(request.CustomerId, id);
                return Done(id) with { PaymentMethod = method };
            },
            cancellationToken
        );
    }

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
                var removed = _methods.RemoveAll(method =>
                    method.CustomerId == customerId && method.Id == paymentMethodId
                );
                if (_defaults.GetValueOrDefault(customerId) == paymentMethodId)
                {
                    _defaults.Remove(customerId);
                }

                if (removed == 0)
                {
                    return NotInVault;
                }

                _removed.Add(paymentMethodId);
                return Done(paymentMethodId);
            },
            cancellationToken
        );
    }

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
            Brand = (method as PaymentCard)?.Number.Brand ?? CardBrand.Visa,
            LastFour = (method as PaymentCard)?.Number.LastFourDigits ?? "4242",
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
