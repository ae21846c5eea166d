namespace PaymentAbstractions;

/// <summary>Makes a host build the gateways when it starts, so that an invalid configuration stops the start.</summary>
internal sealed class PaymentsStartup;
