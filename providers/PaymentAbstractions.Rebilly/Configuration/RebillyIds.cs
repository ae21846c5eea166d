namespace PaymentAbstractions.Rebilly;

/// <summary>Ids at Rebilly: at most 50 of letters, digits and <c>@ ~ - . _</c>. Source: core API reference, ResourceId.</summary>
/// <remarks>One or two dots alone would be a step in a path.</remarks>
internal static class RebillyIds
{
    public const string Rule = "must have 1 to 50 letters, digits or @ ~ - . _ characters.";

    public static bool IsValid(string value) =>
        value.Length is > 0 and <= 50
        && value is not ("." or "..")
        && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '@' or '~' or '-' or '.' or '_');
}
