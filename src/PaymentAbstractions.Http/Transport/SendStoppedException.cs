namespace PaymentAbstractions.Http;

/// <summary>Stops the layers below; it never reaches a caller, because the gate knows the reason.</summary>
internal sealed class SendStoppedException() : InvalidOperationException("The transport stopped this request.");
