namespace Checkout.Payments;

/// <summary>Something about the payment that a person decided or has to look at.</summary>
/// <param name="At">When it was noted.</param>
/// <param name="Who">The person, or the part of the shop.</param>
/// <param name="Text">What it is.</param>
public sealed record OrderNote(DateTimeOffset At, string Who, string Text);
