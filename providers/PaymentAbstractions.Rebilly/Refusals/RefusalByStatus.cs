using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Rebilly;

/// <summary>Recognizes the refusals that Rebilly documents.</summary>
/// <remarks>
/// Source: core API reference, the statuses of each operation. Only a documented status with a problem document counts. An answer that a
/// proxy may have written proves nothing, nor does 429, because it is not documented that the request was not processed.
/// </remarks>
internal static class RefusalByStatus
{
    public static ProviderRefusal? Of(TransportAnswer answer)
    {
        PaymentReason? reason = answer.StatusCode switch
        {
            400 or 422 => PaymentReason.InvalidRequest,
            401 => PaymentReason.InvalidCredentials,
            403 => PaymentReason.NotPermitted,
            404 => PaymentReason.NotFound,
            _ => null,
        };
        return reason is { } known && ProblemDocument.Read(answer) is { } problem
            ? ProviderRefusal.Rejected(known, problem.Text) with
            {
                Problems = problem.Problems,
            }
            : null;
    }
}
