namespace PaymentAbstractions.Testing.Tests.CheckoutExample;

/// <summary>What the shop does next.</summary>
public enum CheckoutStep
{
    ShipOrder,
    AskForTheRest,
    AskForAnotherCard,
    SendCustomerToBank,
    WaitForTheBank,
    TellSupport,
    TryAgainLater,
    LookForThePayment,
}
