namespace Checkout.Payments;

/// <summary>A note about the payment that a person decided or must check.</summary>
/// <param name="At">When it was noted.</param>
/// <param name="Who">The person, or the part of the shop.</param>
/// <param name="Text">What it is.</param>
public sealed record OrderNote(DateTimeOffset At, string Who, string Text);
