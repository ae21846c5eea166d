namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>The gateway's texts for common reasons.</summary>
internal static class DeclineTexts
{
    public const string Declined = "DECLINE";
    public const string ExpiredCard = "Expired card";
    public const string InvalidCard = "Invalid Credit Card Number";
    public const string Duplicate = "Duplicate transaction";

    /// <summary>The text for a reason; any other value is the text itself.</summary>
    public static string Of(string reason) =>
        reason switch
        {
            "declined" => Declined,
            "insufficient-funds" => "Insufficient funds",
            "expired-card" => ExpiredCard,
            "invalid-card" => InvalidCard,
            "cvv" => "CVV REJECTED",
            "avs" => "AVS REJECTED",
            "limit-exceeded" => "Activity limit exceeded",
            "duplicate" => Duplicate,
            "timeout" => "Communication timeout with processor",
            _ => reason,
        };
}
