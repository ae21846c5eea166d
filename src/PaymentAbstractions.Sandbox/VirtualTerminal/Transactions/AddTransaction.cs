namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>POST transaction/add: a sale, an authorization or a credit on a stored card.</summary>
internal sealed class AddTransaction(VirtualTerminalWorld world)
{
    private readonly ChargeTransaction _charge = new(world);

    public SandboxResponse Handle(VirtualTerminalCall call)
    {
        var fields = call.Body;
        var customer = call.Merchant.Vault.FindCustomer(fields.Id("CustomerId"));
        var method = customer?.Methods.Find(known => known.Id == fields.Id("PaymentMethodId"));
        var order = OrderReader.Read(fields, call.Merchant, customer, world.Profile);
        if (customer is null)
        {
            return Refusals.CustomerNotFound;
        }

        if (method is null)
        {
            return Refusals.PaymentMethodNotFound;
        }

        return fields.Problem is { } problem
            ? Refusals.BadRequest(problem)
            : _charge.Charge(call.Merchant, order, () => customer, method, "API", world.Profile.DeclineForm);
    }
}
