namespace PaymentAbstractions.Testing.Tests.CheckoutExample;

/// <summary>The shop's next step.</summary>
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
