namespace PaymentAbstractions.Http;

/// <summary>Stops the layers below. It never reaches a caller, because the gate has the reason.</summary>
internal sealed class SendStoppedException() : InvalidOperationException("The transport stopped this request.");
