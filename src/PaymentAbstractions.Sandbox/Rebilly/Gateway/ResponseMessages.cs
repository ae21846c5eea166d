namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>The texts of the sandbox's response codes. Adapters must not depend on them.</summary>
internal static class ResponseMessages
{
    public static bool IsApproval(string code) => code is "00" or "08" or "11" or "16" or "85";

    public static bool IsPartialApproval(string code) => code is "10" or "32";

    public static string Response(string code) => Responses.GetValueOrDefault(code, "Declined");

    public static string Avs(string code) =>
        code switch
        {
            "Y" or "X" or "D" or "M" => "Street and postal code match",
            "A" or "B" => "Street matches, postal code does not",
            "Z" or "W" or "P" => "Postal code matches, street does not",
            "N" or "C" => "Neither street nor postal code matches",
            "R" => "Retry, system unavailable",
            "S" => "Not supported by the issuer",
            _ => "Not verified",
        };

    public static string Cvv(string code) =>
        code switch
        {
            "M" => "Match",
            "N" => "No match",
            "P" => "Not processed",
            "S" => "Should be on the card, reported missing",
            _ => "Not verified",
        };

    private static readonly Dictionary<string, string> Responses = new(StringComparer.Ordinal)
    {
        ["00"] = "Approved",
        ["01"] = "Refer to issuer",
        ["03"] = "Merchant not valid",
        ["04"] = "Pick up card",
        ["05"] = "Do not honor",
        ["08"] = "Approved with identification",
        ["10"] = "Approved for part of the amount",
        ["11"] = "Approved, VIP",
        ["12"] = "Transaction not valid",
        ["13"] = "Amount not valid",
        ["14"] = "No such account number",
        ["15"] = "No such issuer",
        ["16"] = "Approved, update track",
        ["19"] = "Enter the transaction again",
        ["32"] = "Completed for part of the amount",
        ["41"] = "Lost card",
        ["43"] = "Stolen card",
        ["46"] = "Account closed",
        ["51"] = "Not enough funds",
        ["54"] = "Expired card",
        ["55"] = "Wrong PIN",
        ["57"] = "Not permitted to the cardholder",
        ["58"] = "Not permitted to the terminal",
        ["59"] = "Suspected fraud",
        ["61"] = "Exceeds the amount limit",
        ["62"] = "Restricted card",
        ["65"] = "Exceeds the frequency limit",
        ["85"] = "No reason to decline",
        ["91"] = "Issuer not available",
        ["93"] = "Violates the law",
        ["96"] = "System malfunction",
        ["1A"] = "Customer authentication required",
        ["N7"] = "Decline for CVV2 failure",
        ["R0"] = "Payment stopped by the cardholder",
        ["R1"] = "Recurring payments to the merchant revoked",
    };
}
