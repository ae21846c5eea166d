namespace WebShop.Checkout;

/// <summary>What the page sends. The card itself goes from the browser to the provider.</summary>
/// <param name="Token">The token that the provider gave for the card.</param>
public sealed record CardInput(string Token);
