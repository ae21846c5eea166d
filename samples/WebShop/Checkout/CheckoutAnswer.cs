namespace WebShop.Checkout;

/// <summary>The answer to the page.</summary>
/// <param name="Step">What the shopper does next.</param>
/// <param name="BankPage">Where <see cref="NextStep.GoToYourBank"/> leads.</param>
public sealed record CheckoutAnswer(NextStep Step, Uri? BankPage = null);
