using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>The operations on stored cards: start and complete with the hosted form, and delete.</summary>
internal sealed class PaymentMethodOperations(VirtualTerminalWorld world)
{
    public SandboxResponse Start(VirtualTerminalCall call)
    {
        if (call.Merchant.Vault.FindCustomer(call.Body.Id("CustomerId")) is not { } customer)
        {
            return Refusals.Of(404, "Invalid customer");
        }

        var billing = AddressRecord.Read(call.Body.Object("BillingAddress"));
        if (billing is null)
        {
            call.Body.Fail("BillingAddress is required");
        }

        var form = new HostedForm
        {
            Id = world.Forms.NextId(),
            Merchant = call.Merchant,
            ReturnUrl = call.Body.Text("ReturnUrl"),
            Billing = billing,
            Customer = customer,
        };
        return call.Body.Problem is { } problem ? Refusals.Of(500, problem) : world.Forms.Open(form, world);
    }

    public SandboxResponse Complete(VirtualTerminalCall call)
    {
        if (world.Forms.Take(call, isCharge: false) is not { Customer: { } customer } form)
        {
            return Refusals.BadRequest(world.WithReference("Invalid token-id"));
        }

        if (form.Card is not { } card)
        {
            return Refusals.BadRequest(world.WithReference(DeclineTexts.InvalidCard));
        }

        var method = call.Merchant.Vault.AddMethod(customer, card);
        return WireJson.Ok(Answer(customer, method), world.Profile);
    }

    public SandboxResponse Delete(VirtualTerminalCall call) =>
        call.Merchant.Vault.RemoveMethod(call.Body.Id("PaymentMethodId"))
            ? WireJson.Ok(new JsonObject { ["Success"] = true }, world.Profile)
            : Refusals.PaymentMethodNotFound;

    // The answer has the format of a transaction, with the card's id as its id and few other values.
    private JsonObject Answer(CustomerRecord customer, PaymentMethodRecord method) =>
        new()
        {
            ["ID"] = method.Id,
            ["Account"] = null,
            ["TransactionType"] = null,
            ["TransactionTime"] = WireJson.Date(world.Now),
            ["Level"] = 0,
            ["TotalAmount"] = 0,
            ["TransactionSource"] = "LinkedTerminal",
            ["Status"] = null,
            ["AuthorizationCode"] = null,
            ["PaymentMethodID"] = method.Id,
            ["CardType"] = null,
            ["CardLast4"] = method.CardLast4,
            ["CustomerID"] = customer.Id,
            ["CustomerName"] = customer.Name,
            ["LineItems"] = null,
            ["Success"] = true,
            ["Message"] = "Payment Method Added",
        };
}
