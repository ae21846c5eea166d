namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>POST /transactions/{id}/refund: the provider chooses between void and refund.</summary>
internal sealed class RefundTransaction(RebillyWorld world)
{
    public SandboxResponse Handle(RebillyCall call, string id)
    {
        var organization = call.Organization;
        if (organization.Book.Find(id) is not { } original)
        {
            return world.Problems.NotFound();
        }

        var fields = call.Fields();
        fields.Require("amount");
        var amount = fields.Number("amount") ?? 0;
        TransactionRequestReader.CheckAmount(fields, amount, original.Currency);
        var isOutside = fields.Flag("isProcessedOutside");
        var directive = TransactionRequestReader.ReadDirective(fields, amount, original.Currency);
        if (fields.Errors.Count > 0)
        {
            return world.Problems.Invalid(fields.Errors);
        }

        var (type, refusal) = new RefundRules(world).Choose(original, amount, isOutside);
        if (refusal is not null)
        {
            return refusal;
        }

        var child = new TransactionRecord
        {
            Id = world.NextId("txn"),
            Sequence = organization.Book.NextSequence,
            WebsiteId = original.WebsiteId,
            CustomerId = original.CustomerId,
            Type = type,
            ParentId = original.Id,
            RequestAmount = amount,
            RequestCurrency = original.Currency,
            Decision = isOutside ? TestGateway.Outside : Decide(directive),
            GatewayAccountId = isOutside ? null : original.GatewayAccountId,
            CreatedTime = world.Now,
            Description = fields.Text("description", int.MaxValue),
            Instrument = original.Instrument,
            Methods = original.Methods,
            BillingAddress = original.BillingAddress,
            IsProcessedOutside = isOutside,
        };
        organization.Book.Add(child);
        return SandboxResponse
            .Json(201, EmbeddedObjects.Of(child, call, world))
            .WithHeader("Location", world.UrlOf(organization, $"transactions/{child.Id}"));
    }

    // The address and the security code are not checked when money is given back.
    private GatewayDecision Decide(SandboxDirective directive) =>
        TestGateway.Decide(directive, null, checksInstrument: false, world.Now) with
        {
            AvsCode = directive.Avs,
            CvvCode = directive.Cvv,
        };
}
