using PaymentAbstractions;
using PaymentAbstractions.Sandbox;

namespace Checkout.Tour;

internal sealed class RebillyStage(RebillySandbox sandbox) : TourStage
{
    public static Address Home { get; } =
        new()
        {
            FirstName = "Ada",
            LastName = "Lovelace",
            Line1 = "12 St James Square",
            City = "London",
            PostalCode = "SW1Y 4JH",
            Country = "GB",
            Email = "ada@example.com",
        };

    public override Customer Customer { get; } = new() { Id = "cus_ada", Address = Home };

    public override PaymentMethod Card { get; set; } = PaymentMethod.Stored("none");

    public override PaymentMethod OtherCard { get; } = TestCard("5555555555554444", "123");

    public static PaymentCard TestCard(string number, string securityCode, int month = 12, int? year = null) =>
        new()
        {
            Number = new CardNumber(number),
            ExpiryMonth = month,
            ExpiryYear = year ?? TimeProvider.System.GetUtcNow().Year + 3,
            SecurityCode = new SecurityCode(securityCode),
        };

    public override (PaymentMethod Method, string? Note) Declining(string code) =>
        code switch
        {
            "N7" => (TestCard("5555555555554444", "000"), null),
            "54" => (TestCard("378282246310005", "1234", 10, 2051), null),
            _ => (Card, $"[sandbox code={code}]"),
        };

    public override T Pick<T>(T rebilly, T terminal) => rebilly;

    public override void LoseNextAnswer() => sandbox.Faults.Enqueue(SandboxFault.Hang());

    public override int ChargesOf(string order) => sandbox.Ledger.CountCharges($"Order {order} ");
}
