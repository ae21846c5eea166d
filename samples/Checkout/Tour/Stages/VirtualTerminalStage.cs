using PaymentAbstractions;
using PaymentAbstractions.Sandbox;

namespace Checkout.Tour;

internal sealed class VirtualTerminalStage(VirtualTerminalSandbox sandbox) : TourStage
{
    public override Customer Customer { get; } = new() { Id = "cus_ada", Address = RebillyStage.Home };

    public override PaymentMethod Card { get; set; } = PaymentMethod.Stored("none");

    public override PaymentMethod OtherCard => SpareCard;

    public override (PaymentMethod Method, string? Note) Declining(string code) =>
        (
            Card,
            code switch
            {
                "51" => "[sandbox decline=insufficient-funds]",
                "N7" => "[sandbox decline=cvv]",
                "54" => "[sandbox decline=expired-card]",
                _ => "[sandbox decline=declined]",
            }
        );

    public override T Pick<T>(T rebilly, T terminal) => terminal;

    public override void LoseNextAnswer() => sandbox.Faults.Enqueue(SandboxFault.Hang());

    public override int ChargesOf(string order) => sandbox.Ledger.CountCharges($"Order {order} ");
}
