using System.Globalization;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.VirtualTerminal;

// Finds and reads customers, for the vault and before a charge.
internal sealed partial class VirtualTerminalAdapter
{
    private readonly CustomerNumbers _numbers = new();
    private readonly CustomerReader _customers = new(account.Currency);

    private bool NamesByCode => account.Options.CustomerIds == VirtualTerminalCustomerIds.Code;

    protected override async Task<string?> FindCustomerIdAsync(
        string customerId,
        CancellationToken cancellationToken = default
    ) =>
        (await FindCustomerAsync(customerId, isWhole: false, cancellationToken).ConfigureAwait(false))?.Number.ToString(
            CultureInfo.InvariantCulture
        );

    /// <summary>
    /// Finds a customer by the id of a request. A remembered number for a code is used only if the customer that is read still has that
    /// code; otherwise the list of all customers decides.
    /// </summary>
    private async Task<TerminalCustomer?> FindCustomerAsync(
        string id,
        bool isWhole,
        CancellationToken cancellationToken
    )
    {
        if (!NamesByCode)
        {
            return await ReadCustomerAsync(VirtualTerminalIds.Parse(id), isWhole, cancellationToken)
                .ConfigureAwait(false);
        }

        if (
            _numbers.Find(id) is { } remembered
            && await ReadCustomerAsync(remembered, isWhole, cancellationToken).ConfigureAwait(false) is { } customer
            && customer.Code == id
        )
        {
            return customer;
        }

        var found = await FindInListAsync(id, cancellationToken).ConfigureAwait(false);
        return !isWhole || found is null ? found
            : await ReadCustomerAsync(found.Number, isWhole, cancellationToken).ConfigureAwait(false) is { } whole
            && whole.Code == id
                ? whole
            : null;
    }

    private async Task<TerminalCustomer?> FindInListAsync(string code, CancellationToken cancellationToken)
    {
        _numbers.Forget(code);
        var all = await ReadCustomersAsync(cancellationToken).ConfigureAwait(false);
        foreach (var customer in all.Where(one => one.Code is not null))
        {
            _numbers.Set(customer.Code!, customer.Number);
        }

        var found = all.Where(customer => customer.Code == code).ToList();
        if (found.Count > 1)
        {
            _numbers.Forget(code);
            throw new PaymentReadException(
                $"{found.Count} customers at '{Context.Name}' have the code {QuotedText.Of(code)}: "
                    + $"{string.Join(", ", found.Select(one => one.Number))}. Change the code of all but one of them.",
                PaymentReason.Misconfigured
            );
        }

        return found.FirstOrDefault();
    }

    private async Task<TerminalCustomer?> ReadCustomerAsync(
        long number,
        bool isWhole,
        CancellationToken cancellationToken
    )
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
            && (isWhole ? _customers.ReadWhole(fields) : CustomerReader.Read(fields)) is { } customer
            && customer.Number == number
                ? customer
            : throw CannotRead(what, answer);
    }

    private async Task<IReadOnlyList<TerminalCustomer>> ReadCustomersAsync(CancellationToken cancellationToken)
    {
        const string what = "The list of customers";
        var answer = await ReadOrNoneAsync(_customerRequests.List(), what, _ => false, cancellationToken)
            .ConfigureAwait(false);
        var rows = JsonFields.ReadArray(answer!, ignoreCase: true)?.Select(CustomerReader.Read).ToList();
        // A customer that cannot be read may be the one that is searched for.
        return rows is null || rows.Contains(null)
            ? throw CannotRead(what, answer!)
            : rows.OfType<TerminalCustomer>().ToList();
    }
}
