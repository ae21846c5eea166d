namespace PaymentAbstractions.Tool;

/// <summary>A payment in the queue of a guard.</summary>
internal sealed record GuardPlaceOutput(string Key, string Environment, bool Holds, bool Shared, DateTime Until);
