namespace PaymentAbstractions;

/// <summary>A request as one gateway's adapter gets it, and everything that the rules have against it.</summary>
/// <param name="Request">The request, without commercial card data that the gateway does not get to see.</param>
/// <param name="LeftOut">That data, for the result to report.</param>
/// <param name="Problems">What the neutral rules, the gateway and its provider found wrong.</param>
internal sealed record ValidatedRequest(
    PaymentRequest Request,
    CommercialCardData? LeftOut,
    RequestProblems Problems
)
{
    public static ValidatedRequest Of(ConfiguredGateway gateway, PaymentRequest asked)
    {
        var problems = new RequestProblems();
        gateway.Check(asked, problems);
        var leftOut = CommercialCardPolicy.LeftOut(asked, gateway.Capabilities);
        var request = leftOut is null ? asked : CommercialCardPolicy.Without(asked);
        gateway.Adapter.Validate(request, problems);
        return new ValidatedRequest(request, leftOut, problems);
    }
}
