namespace PaymentAbstractions;

/// <summary>Makes a host build the gateways when it starts, so that a bad configuration stops the start.</summary>
internal sealed class PaymentsStartup;
