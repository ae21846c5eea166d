using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Writes captures and voids, with the id as a string, as their pages document it.</summary>
/// <remarks>The charge determined the level, so no level is sent.</remarks>
internal static class ChangeRequest
{
    public static ProviderRequest Of(AdapterAttempt attempt, VirtualTerminalOptions options)
    {
        var isCapture = attempt.PerformsAs == PaymentOperation.Capture;
        return ProviderRequest.Json(
            HttpMethod.Post,
            isCapture ? "transaction/capture" : "transaction/void",
            json =>
            {
                json.WriteString("ApiKey", options.ApiKey!.Reveal());
                json.WriteString("TransactionId", attempt.Attempt.Original!.TransactionId);
                if (isCapture)
                {
                    json.WriteNumber("Amount", attempt.Amount!.Value.Amount);
                }
            }
        ) with
        {
            CommercialData = new CommercialDataResult
            {
                DroppedFields = LeftOutRules.NoRoomFor((attempt.Request as ICommercialCardRequest)?.CommercialCardData),
            },
            LeftOutFields = UnsentFields.Of(attempt.Request!, attempt.PerformsAs),
        };
    }
}
