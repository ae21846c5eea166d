namespace PaymentAbstractions.Rebilly;

/// <summary>Ids at Rebilly: 1 to 50 letters, digits and <c>@ ~ - . _</c> characters. Source: core API reference, ResourceId.</summary>
/// <remarks>An id of only one or two dots is refused, because it would be a relative path segment.</remarks>
internal static class RebillyIds
{
    public const string Rule = "must have 1 to 50 letters, digits or @ ~ - . _ characters.";

    public static bool IsValid(string value) =>
        value.Length is > 0 and <= 50
        && value is not ("." or "..")
        && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '@' or '~' or '-' or '.' or '_');
}
