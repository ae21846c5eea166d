namespace Checkout.Browser.Visits;

/// <summary>A card that the emulators' pages offer.</summary>
public sealed record TestCard(string Button, string Number)
{
    public static readonly TestCard Approved = new("Visa, approved", "4111111111111111");
    public static readonly TestCard Declined = new("Visa, declined", "4000000000000002");
    public static readonly TestCard Expired = new("Visa, expired", "4111111111111111");
    public static readonly TestCard AsksForApproval = new("Visa, asks for approval", "4000000000003030");
    public static readonly TestCard MasterCard = new("MasterCard, approved", "5555555555554444");
    public static readonly TestCard WrongNumber = new("A wrong number", "4111111111111112");

    public static IEnumerable<string> Numbers =>
        [Approved.Number, Declined.Number, AsksForApproval.Number, MasterCard.Number, WrongNumber.Number];
}
