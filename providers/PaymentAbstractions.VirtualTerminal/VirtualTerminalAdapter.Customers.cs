using System.Globalization;
using System.Runtime.CompilerServices;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.VirtualTerminal;

// Customers, their stored cards and their recurring billings. Pipeline and rules have checked what comes here.
internal sealed partial class VirtualTerminalAdapter : ICustomerVault, IRecurringBillings
{
    private readonly CustomerNumbers _numbers = new();
    private readonly CustomerReader _customers = new(account.Currency);
    private readonly CustomerRequests _customerRequests = new(account.Options);

    private bool NamesByCode => account.Options.CustomerIds == VirtualTerminalCustomerIds.Code;

    public async Task<VaultResult> UpsertCustomerAsync(Customer customer, CancellationToken cancellationToken = default)
    {
        try
        {
            var known = await FindCustomerAsync(customer.Id, isWhole: false, cancellationToken).ConfigureAwait(false);
            return known is not null
                    ? await UpdateAsync(known, customer, cancellationToken).ConfigureAwait(false)
                : NamesByCode ? await AddAsync(customer, cancellationToken).ConfigureAwait(false)
                : NotFound;
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

    public Task<VaultResult> DeleteCustomerAsync(string customerId, CancellationToken cancellationToken = default) =>
        RemoveAsync(
            customerId,
            customer =>
            {
                _numbers.Forget(customerId);
                return _customerRequests.Delete(customer);
            },
            customerId,
            cancellationToken
        );

    public Task<VaultResult> StorePaymentMethodAsync(
        StorePaymentMethodRequest request,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException();

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
            yield return method with { CustomerId = customerId };
        }
    }

    public Task<VaultResult> UpdatePaymentMethodAsync(
        UpdatePaymentMethodRequest request,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException();

    public Task<VaultResult> RemovePaymentMethodAsync(
        string customerId,
        string paymentMethodId,
        CancellationToken cancellationToken = default
    ) =>
        RemoveAsync(
            customerId,
            customer =>
                customer.Methods.Any(method => method.Id == paymentMethodId)
                    ? _customerRequests.DeleteMethod(paymentMethodId)
                    : null,
            paymentMethodId,
            cancellationToken
        );

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

    protected override async Task<string?> FindCustomerIdAsync(
        string customerId,
        CancellationToken cancellationToken = default
    ) =>
        (await FindCustomerAsync(customerId, isWhole: false, cancellationToken).ConfigureAwait(false))?.Number.ToString(
            CultureInfo.InvariantCulture
        );

    /// <summary>
    /// Finds a customer by the id of a request. A number that is remembered for a code is read and believed only when the customer still has
    /// that code; otherwise the list of all customers decides.
    /// </summary>
    private async Task<TerminalCustomer?> FindCustomerAsync(string id, bool isWhole, CancellationToken cancellationToken)
    {
        if (!NamesByCode)
        {
            return await ReadCustomerAsync(VirtualTerminalIds.Parse(id), cancellationToken).ConfigureAwait(false);
        }

        if (_numbers.Find(id) is { } remembered)
        {
            if (
                await ReadCustomerAsync(remembered, cancellationToken).ConfigureAwait(false) is { } customer
                && customer.Code == id
            )
            {
                return customer;
            }

            _numbers.Forget(id);
        }

        var all = await ReadCustomersAsync(cancellationToken).ConfigureAwait(false);
        var found = all.Where(customer => customer.Code == id).ToList();
        if (found.Count > 1)
        {
            throw new PaymentReadException(
                $"{found.Count} customers at '{Context.Name}' have the code {QuotedText.Of(id)}: "
                    + $"{string.Join(", ", found.Select(one => one.Number))}. Give all but one of them another code.",
                PaymentReason.Misconfigured
            );
        }

        if (found is not [var only])
        {
            return null;
        }

        _numbers.Set(id, only.Number);
        return !isWhole ? only
            : await ReadCustomerAsync(only.Number, cancellationToken).ConfigureAwait(false) is { } whole
            && whole.Code == id
                ? whole
            : null;
    }

    private async Task<TerminalCustomer?> ReadCustomerAsync(long number, CancellationToken cancellationToken)
    {
        const string what = "The customer";
        var answer = await ReadOrNoneAsync(
                _customerRequests.Read(number),
                what,
                RefusalReader.IsCustomerNotFound,
                cancellationToken
            )
            .ConfigureAwait(false);
        return answer is null ? null
            : JsonFields.Read(answer, ignoreCase: true) is { } fields
            && _customers.Read(fields) is { } customer
            && customer.Number == number
                ? customer
            : throw CannotRead(what, answer);
    }

    private async Task<IReadOnlyList<TerminalCustomer>> ReadCustomersAsync(CancellationToken cancellationToken)
    {
        const string what = "The list of customers";
        var answer = await ReadOrNoneAsync(_customerRequests.List(), what, _ => false, cancellationToken)
            .ConfigureAwait(false);
        var rows = JsonFields.ReadArray(answer!, ignoreCase: true)?.Select(_customers.Read).ToList();
        // One that cannot be read may be the one that is looked for.
        return rows is null || rows.Contains(null) ? throw CannotRead(what, answer!) : rows.OfType<TerminalCustomer>().ToList();
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
            && await FindCustomerAsync(customer.Id, isWhole: false, cancellationToken).ConfigureAwait(false)
                is { } added
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
                && _customers.Read(fields) is { } created
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

    private async Task<VaultResult> RemoveAsync(
        string customerId,
        Func<TerminalCustomer, ProviderRequest?> write,
        string removedId,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return
                await FindCustomerAsync(customerId, isWhole: true, cancellationToken).ConfigureAwait(false)
                    is { } customer
                && write(customer) is { } request
                ? await ChangeAsync(request, removedId, cancellationToken).ConfigureAwait(false)
                : NotFound;
        }
        catch (PaymentReadException exception)
        {
            return NotRead(exception);
        }
    }

    private async Task<VaultResult> ChangeAsync(
        ProviderRequest request,
        string id,
        CancellationToken cancellationToken
    )
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
