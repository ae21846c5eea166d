using System.Globalization;
using System.Runtime.CompilerServices;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.VirtualTerminal;

// Customers, their stored cards and their recurring billings. The pipeline and the rules have validated the requests.
internal sealed partial class VirtualTerminalAdapter : ICustomerVault, IRecurringBillings
{
    private readonly CustomerRequests _customerRequests = new(account.Options);

    public async Task<VaultResult> UpsertCustomerAsync(Customer customer, CancellationToken cancellationToken = default)
    {
        try
        {
            // Uses the list, because it would show a second customer with the same code.
            var known = await FindInListAsync(customer.Id, cancellationToken).ConfigureAwait(false);
            return known is not null
                ? await UpdateAsync(known, customer, cancellationToken).ConfigureAwait(false)
                : await AddAsync(customer, cancellationToken).ConfigureAwait(false);
        }
        catch (PaymentReadException exception)
        {
            return NotRead(exception);
        }
    }

    public async Task<VaultCustomer?> GetCustomerAsync(
        string customerId,
        CancellationToken cancellationToken = default
    ) =>
        await FindCustomerAsync(customerId, isWhole: false, cancellationToken).ConfigureAwait(false) is { } customer
            ? Show(customer)
            : null;

    public async IAsyncEnumerable<VaultCustomer> ListCustomersAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        foreach (var customer in await ReadCustomersAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return Show(customer);
        }
    }

    public async Task<VaultResult> DeleteCustomerAsync(string customerId, CancellationToken cancellationToken = default)
    {
        try
        {
            _numbers.Forget(customerId);
            return
                await FindCustomerAsync(customerId, isWhole: false, cancellationToken).ConfigureAwait(false)
                    is { } customer
                ? await ChangeAsync(_customerRequests.Delete(customer), customerId, cancellationToken)
                    .ConfigureAwait(false)
                : NotFound;
        }
        catch (PaymentReadException exception)
        {
            return NotRead(exception);
        }
        finally
        {
            _numbers.Forget(customerId);
        }
    }

    /// <summary>Stores the card that the customer entered into the provider's form.</summary>
    public async Task<VaultResult> StorePaymentMethodAsync(
        StorePaymentMethodRequest request,
        CancellationToken cancellationToken = default
    )
    {
        TerminalCustomer? customer;
        try
        {
            customer = await FindCustomerAsync(request.CustomerId, isWhole: false, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (PaymentReadException exception)
        {
            return NotRead(exception);
        }

        if (customer is null)
        {
            return NotFound;
        }

        var token = ((TokenPaymentMethod)request.PaymentMethod).Token;
        var answer = await StoreAsync(HostedRequests.CompleteStoring(token, account.Options), cancellationToken)
            .ConfigureAwait(false);
        // Accept only an answer that is clearly a stored card: its id is that of the answer, it belongs to the customer, and no amount is
        // involved. A token of a charge that was posted here may have charged.
        var result = Stored(
            answer,
            request.PaymentMethod,
            shown =>
                TransactionReader.FieldsOf(shown) is { } fields
                && fields.DecidingFlag("Success") == true
                && fields.DecidingWhole("PaymentMethodID") is > 0 and var id
                && fields.DecidingWhole("ID") == id
                && fields.DecidingFigure("TotalAmount") is null or 0
                && fields.DecidingWhole("CustomerID") == customer.Number
                && fields.Problem is null
                    ? id.ToString(CultureInfo.InvariantCulture)
                    : null,
            answer.StatusCode is >= 200 and < 300,
            _refusals.OfWrite(answer, PaymentOperation.Unknown)
        );
        return result with { LeftOutFields = UnsentFields.OfBilling(request.BillingAddress) };
    }

    public async Task<VaultPaymentMethod?> GetPaymentMethodAsync(
        string customerId,
        string paymentMethodId,
        CancellationToken cancellationToken = default
    ) =>
        (await FindCustomerAsync(customerId, isWhole: true, cancellationToken).ConfigureAwait(false))
            ?.Methods.Where(method => method.Id == paymentMethodId)
            .Select(method => method with { CustomerId = customerId })
            .FirstOrDefault();

    public async IAsyncEnumerable<VaultPaymentMethod> ListPaymentMethodsAsync(
        string customerId,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var customer = await FindCustomerAsync(customerId, isWhole: true, cancellationToken).ConfigureAwait(false);
        foreach (var method in customer?.Methods ?? [])
        {
            yield return method with
            {
                CustomerId = customerId,
            };
        }
    }

    public Task<VaultResult> UpdatePaymentMethodAsync(
        UpdatePaymentMethodRequest request,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException();

    public async Task<VaultResult> RemovePaymentMethodAsync(
        string customerId,
        string paymentMethodId,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            return
                await GetPaymentMethodAsync(customerId, paymentMethodId, cancellationToken).ConfigureAwait(false)
                    is not null
                ? await ChangeAsync(_customerRequests.DeleteMethod(paymentMethodId), paymentMethodId, cancellationToken)
                    .ConfigureAwait(false)
                : NotFound;
        }
        catch (PaymentReadException exception)
        {
            return NotRead(exception);
        }
    }

    public Task<VaultResult> SetDefaultPaymentMethodAsync(
        string customerId,
        string paymentMethodId,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException();

    public async Task<ValueList<RecurringBilling>?> GetRecurringBillingsAsync(
        string customerId,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(customerId);
        var problems = new ProblemList();
        FieldRules.CustomerId(nameof(customerId), customerId, account.Options, problems);
        problems.ThrowIfAny();
        var customer = await FindCustomerAsync(customerId, isWhole: true, cancellationToken).ConfigureAwait(false);
        return customer is null ? null : [.. customer.Billings];
    }

    private async Task<VaultResult> UpdateAsync(
        TerminalCustomer known,
        Customer customer,
        CancellationToken cancellationToken
    )
    {
        var result = await ChangeAsync(_customerRequests.Update(known, customer), customer.Id, cancellationToken)
            .ConfigureAwait(false);
        return result.Outcome == PaymentOutcome.Approved
            ? result with
            {
                AlreadyExisted = true,
                LeftOutFields = CustomerRequests.LeftOut(customer),
            }
            : result;
    }

    private async Task<VaultResult> AddAsync(Customer customer, CancellationToken cancellationToken)
    {
        var answer = await StoreAsync(_customerRequests.Add(customer), cancellationToken).ConfigureAwait(false);
        var refusal = _refusals.OfWrite(answer, PaymentOperation.Unknown);
        if (
            refusal is not null
            && await FindAfterAsync(customer.Id, cancellationToken).ConfigureAwait(false) is { } added
        )
        {
            // Another process was faster; its customer has the name, which is the code.
            return await UpdateAsync(added, customer, cancellationToken).ConfigureAwait(false);
        }

        var result = Stored(
            answer,
            method: null,
            shown =>
                TransactionReader.FieldsOf(shown) is { } fields
                && fields.DecidingFlag("Success") != false
                && CustomerReader.Read(fields) is { } created
                && created.Code == customer.Id
                    ? Remember(customer.Id, created.Number)
                    : null,
            answer.StatusCode is >= 200 and < 300,
            refusal
        );
        return result.Outcome == PaymentOutcome.Approved
            ? result with
            {
                LeftOutFields = CustomerRequests.LeftOut(customer),
            }
            : result;
    }

    // A failed read does not change the result of the write.
    private async Task<TerminalCustomer?> FindAfterAsync(string code, CancellationToken cancellationToken)
    {
        try
        {
            return await FindInListAsync(code, cancellationToken).ConfigureAwait(false);
        }
        catch (PaymentReadException)
        {
            return null;
        }
    }

    private async Task<VaultResult> ChangeAsync(ProviderRequest request, string id, CancellationToken cancellationToken)
    {
        var answer = await StoreAsync(request, cancellationToken).ConfigureAwait(false);
        return Stored(
            answer,
            method: null,
            shown =>
                TransactionReader.FieldsOf(shown) is { } fields && fields.DecidingFlag("Success") == true ? id : null,
            answer.StatusCode is >= 200 and < 300,
            _refusals.OfWrite(answer, PaymentOperation.Unknown)
        );
    }

    private string Remember(string code, long number)
    {
        _numbers.Set(code, number);
        return code;
    }

    private VaultCustomer Show(TerminalCustomer customer)
    {
        var number = customer.Number.ToString(CultureInfo.InvariantCulture);
        return new VaultCustomer
        {
            Id = NamesByCode ? customer.Code : number,
            ProviderId = number,
            Name = string.IsNullOrEmpty(customer.Contact) ? customer.Name : customer.Contact,
            Address = new Address { Phone = customer.Phone, Email = customer.Email },
        };
    }
}
