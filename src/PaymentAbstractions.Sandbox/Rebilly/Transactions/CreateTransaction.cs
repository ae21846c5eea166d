namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>POST /transactions and POST /payouts.</summary>
internal sealed class CreateTransaction(RebillyWorld world)
{
    public SandboxResponse Handle(RebillyCall call, bool isPayout)
    {
        var organization = call.Organization;
        var fields = call.Fields();
        var request = TransactionRequestReader.Read(fields, world.Options, isPayout);
        if (fields.Errors.Count > 0)
        {
            return world.Problems.Invalid(fields.Errors);
        }

        // Checked before the token, because a retried request carries a token that the first attempt has used up.
        if (request.RequestId is { } requestId && organization.Book.FindDuplicate(requestId) is { } duplicate)
        {
            return world.Profile.DuplicateAnswer == RebillyDuplicateAnswer.Conflict409
                ? world.Problems.Of(409, "A transaction with this request id was sent within the last 24 hours.")
                : Created(call, duplicate);
        }

        var customer = organization.Customers.GetValueOrDefault(request.CustomerId);
        if (customer is null && !request.UpsertCustomer)
        {
            fields.Fail("customerId", "The customer does not exist.");
        }

        CheckNames(request, fields, organization);
        organization.Payouts.Check(request, fields);
        var payment = ResolvedPayment.Resolve(request, fields, organization, customer, world.Now);
        return fields.Errors.Count > 0
            ? world.Problems.Invalid(fields.Errors)
            : Created(call, Enter(organization, request, Upsert(organization, request, customer), payment));
    }

    private static void CheckNames(TransactionRequest request, FieldReader fields, Organization organization)
    {
        if (request.WebsiteId != organization.Account.WebsiteId)
        {
            fields.Fail("websiteId", "The website does not exist.");
        }

        if (request.GatewayAccountId is not (null or TestGateway.AccountId))
        {
            fields.Fail("gatewayAccountId", "The gateway account does not exist.");
        }
    }

    private CustomerRecord Upsert(Organization organization, TransactionRequest request, CustomerRecord? customer)
    {
        if (customer is null)
        {
            customer = new() { Id = request.CustomerId, CreatedTime = world.Now };
            organization.Customers.Add(customer.Id, customer);
        }

        if (request.UpsertCustomer)
        {
            customer.PrimaryAddress = request.BillingAddress ?? customer.PrimaryAddress;
            customer.UpdatedTime = world.Now;
        }

        return customer;
    }

    private TransactionRecord Enter(
        Organization organization,
        TransactionRequest request,
        CustomerRecord customer,
        ResolvedPayment payment
    )
    {
        var instrument = payment.Commit(organization, customer, world.Now);
        var hasAccount = world.Options.Currencies.Contains(request.Currency);
        var authorization =
            hasAccount && instrument is not null ? FindAuthorization(organization, request, instrument) : null;
        var address = request.BillingAddress ?? instrument?.Details.BillingAddress ?? customer.PrimaryAddress;
        var details = instrument is null ? null : instrument.Details with { BillingAddress = address };
        var transaction = new TransactionRecord
        {
            Id = world.NextId("txn"),
            Sequence = organization.Book.NextSequence,
            WebsiteId = request.WebsiteId,
            CustomerId = customer.Id,
            Type = authorization is null ? request.Type : TransactionType.Capture,
            ParentId = authorization?.Id,
            RequestAmount = request.Amount,
            RequestCurrency = request.Currency,
            Decision = hasAccount ? Decide(request, details, authorization is null) : TestGateway.NoAccount,
            GatewayAccountId = hasAccount && !request.IsProcessedOutside ? TestGateway.AccountId : null,
            CreatedTime = world.Now,
            ProcessedTime = request.ProcessedTime,
            RequestId = request.RequestId,
            Description = request.Description,
            Instrument = instrument,
            Methods = request.Instruction?.Methods ?? [],
            ReceivedBy = request.Instruction?.ReceivedBy,
            Reference = request.Instruction?.Reference,
            BillingAddress = address,
            CustomFields = request.CustomFields ?? [],
            InvoiceIds = request.InvoiceIds,
            Limits = request.Limits,
            RiskMetadata = request.RiskMetadata,
            RedirectUrl = request.RedirectUrl,
            NotificationUrl = request.NotificationUrl,
            PayoutRequestId = request.PayoutRequestId,
            IsMerchantInitiated = request.IsMerchantInitiated,
            IsProcessedOutside = request.IsProcessedOutside,
        };
        organization.Book.Add(transaction);
        organization.Payouts.Entered(transaction);
        return transaction;
    }

    private static TransactionRecord? FindAuthorization(
        Organization organization,
        TransactionRequest request,
        InstrumentRecord instrument
    ) =>
        request.Type == TransactionType.Sale && !request.IsProcessedOutside && !request.Directive.IgnoreAuthorization
            ? organization.Book.FindCapturable(request.CustomerId, instrument.Id, request)
            : null;

    private GatewayDecision Decide(TransactionRequest request, InstrumentDetails? details, bool isFresh)
    {
        if (request.IsProcessedOutside)
        {
            return TestGateway.Outside;
        }

        var checks = isFresh && request.Type != TransactionType.Setup;
        var decision = TestGateway.Decide(request.Directive, details, checks, world.Now);
        if (details is not null || request.Directive.Status is not null)
        {
            return decision;
        }

        // Without an instrument another step is required: by the gateway for cash and checks, by the customer otherwise.
        var counter = request.Instruction!.Methods is ["cash" or "check"] || request.Instruction.ReceivedBy is not null;
        return decision with
        {
            PendingStatus = counter ? TransactionStatus.WaitingGateway : TransactionStatus.WaitingApproval,
        };
    }

    private SandboxResponse Created(RebillyCall call, TransactionRecord transaction) =>
        SandboxResponse
            .Json(201, EmbeddedObjects.Of(transaction, call, world))
            .WithHeader("Location", world.UrlOf(call.Organization, $"transactions/{transaction.Id}"));
}
