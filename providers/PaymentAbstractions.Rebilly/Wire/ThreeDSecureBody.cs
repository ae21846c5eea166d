namespace PaymentAbstractions.Rebilly.Wire;

/// <summary>What Rebilly says about 3-D Secure; it shows neither ECI nor cryptogram.</summary>
internal sealed record ThreeDSecureBody(string? Version, string? Enrolled, string? Authenticated, string? Liability);
