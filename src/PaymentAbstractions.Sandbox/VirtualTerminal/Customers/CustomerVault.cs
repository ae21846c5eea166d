namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>The customers of an account, their cards and their addresses.</summary>
internal sealed class CustomerVault
{
    private readonly SortedDictionary<long, CustomerRecord> _customers = [];
    private long _lastCustomerId = 7000;
    private long _lastMethodId = 9000;
    private long _lastAddressId = 3000;

    public CustomerVault(IEnumerable<VirtualTerminalSandboxCustomer> customers)
    {
        foreach (var customer in customers)
        {
            var record = AddCustomer(
                new()
                {
                    Id = customer.Id,
                    Name = customer.Name,
                    Code = customer.Code,
                    Billings = customer.RecurringBillings,
                }
            );
            foreach (var method in customer.PaymentMethods)
            {
                AddMethod(record, PaymentMethodRecord.Of(method));
            }

            foreach (var address in customer.ShippingAddresses)
            {
                AddAddress(record, AddressRecord.Of(address));
            }
        }
    }

    public IEnumerable<CustomerRecord> Customers => _customers.Values;

    public CustomerRecord? FindCustomer(long id) => _customers.GetValueOrDefault(id);

    public CustomerRecord? FindByName(string name) => Customers.FirstOrDefault(customer => customer.Name == name);

    /// <summary>Adds a customer; an id of 0 is replaced with the next free one.</summary>
    /// <exception cref="ArgumentException">The id or the name is taken.</exception>
    public CustomerRecord AddCustomer(CustomerRecord customer)
    {
        if (FindByName(customer.Name) is not null)
        {
            throw new ArgumentException(
                $"A customer with the name '{customer.Name}' already exists.",
                nameof(customer)
            );
        }

        customer.Id = Take(ref _lastCustomerId, customer.Id);
        _customers.Add(customer.Id, customer);
        return customer;
    }

    public void Remove(CustomerRecord customer) => _customers.Remove(customer.Id);

    /// <summary>Stores a card; an id of 0 is replaced with the next free one.</summary>
    /// <exception cref="ArgumentException">The id is taken.</exception>
    public PaymentMethodRecord AddMethod(CustomerRecord customer, PaymentMethodRecord method)
    {
        var stored = method with { Id = Take(ref _lastMethodId, method.Id) };
        if (Customers.Any(other => other.Methods.Exists(known => known.Id == stored.Id)))
        {
            throw new ArgumentException($"A payment method with the id {stored.Id} already exists.", nameof(method));
        }

        customer.Methods.Add(stored);
        return stored;
    }

    /// <summary>Stores an address; an id of 0 is replaced with the next free one.</summary>
    public AddressRecord AddAddress(CustomerRecord customer, AddressRecord address)
    {
        var stored = address with { Id = Take(ref _lastAddressId, address.Id) };
        customer.Addresses.Add(stored);
        return stored;
    }

    /// <summary>Deletes a card; false when it does not exist.</summary>
    public bool RemoveMethod(long id) =>
        Customers.Any(customer => customer.Methods.RemoveAll(method => method.Id == id) > 0);

    private static long Take(ref long last, long asked)
    {
        var id = asked == 0 ? last + 1 : asked;
        last = Math.Max(last, id);
        return id;
    }
}
