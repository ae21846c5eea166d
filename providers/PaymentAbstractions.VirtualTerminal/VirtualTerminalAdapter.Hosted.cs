using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.VirtualTerminal;

// Cards that the customer's browser sends to the provider: a form is opened, filled in, and completed with the token that it returned.
internal sealed partial class VirtualTerminalAdapter
{
    private const string TokenField = "token-id";

    public override void Validate(StorePaymentMethodRequest request, ProblemList problems) =>
        VirtualTerminalRequestRules.Check(request, account.Options, problems);

    // Payment methods have no names at this provider: there are only cards.
    public override bool OpensFormFor(CustomerChoicePaymentMethod choice) => choice.Methods.Count == 0;

    public override PaymentToken? ReadToken(IReadOnlyDictionary<string, string> returnedFields) =>
        returnedFields.TryGetValue(TokenField, out var token) && HostedRequests.IsToken(token)
            ? new PaymentToken(token)
            : null;

    protected override ProviderRequest WriteForm(AdapterAttempt attempt) => HostedRequests.Start(attempt, account);

    protected override ProviderRequest WriteForm(StorePaymentMethodRequest request, string customerId) =>
        HostedRequests.StartStoring(request, customerId, account.Options);

    protected override NextAction? ReadForm(TransportAnswer answer) => HostedFormReader.Read(answer);

    protected override ProviderRefusal? RefuseForm(TransportAnswer answer) =>
        _refusals.OfWrite(answer, PaymentOperation.Unknown);
}
