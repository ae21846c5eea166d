namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>POST transaction/start and transaction/complete: a charge on a card that the cardholder enters.</summary>
internal sealed class HostedTransaction(VirtualTerminalWorld world)
{
    private readonly ChargeTransaction _charge = new(world);

    public SandboxResponse Start(VirtualTerminalCall call)
    {
        var fields = call.Body;
        var vault = call.Merchant.Vault;
        var customerId = fields.Id("CustomerId");
        var customer = vault.FindCustomer(customerId);
        if (customer is null && customerId != 0)
        {
            return Refusals.CustomerNotFound;
        }

        var newcomer = fields.Object("Customer");
        if (customer is null && CustomerOperations.Taken(vault, newcomer?.Text("Name"), null) is { } refusal)
        {
            return refusal;
        }

        var form = new HostedForm
        {
            Id = world.Forms.NextId(),
            Merchant = call.Merchant,
            ReturnUrl = fields.Text("ReturnUrl"),
            Billing = AddressRecord.Read(fields.Object("BillingAddress")),
            Customer = customer,
            NewCustomer = customer is null
                ? new() { Name = newcomer!.Text("Name")!, Code = newcomer.Text("Code") }
                : null,
            Order = OrderReader.Read(fields, call.Merchant, customer, world.Profile),
            SavesMethod = fields.Flag("SaveNewPaymentMethod"),
        };
        return fields.Problem is { } problem ? Refusals.BadRequest(problem) : world.Forms.Open(form, world);
    }

    /// <summary>Charges. These failures are known to be in the header, regardless of the profile.</summary>
    public SandboxResponse Complete(VirtualTerminalCall call)
    {
        if (world.Forms.Take(call, isCharge: true) is not { Order: { } order } form)
        {
            return Refusals.BadRequest(world.WithReference("Invalid token-id"));
        }

        var vault = call.Merchant.Vault;
        if (form.Card is not { } card)
        {
            return Refusals.BadRequest(world.WithReference(DeclineTexts.InvalidCard));
        }

        if (form.NewCustomer is { } other && CustomerOperations.Taken(vault, other.Name, null) is { } refusal)
        {
            return refusal;
        }

        return _charge.Charge(
            call.Merchant,
            order,
            () => form.Customer ?? vault.AddCustomer(form.NewCustomer!),
            card,
            "LinkedTerminal",
            VirtualTerminalDeclineForm.BadRequestWithErrorHeader,
            form.SavesMethod
        );
    }
}
