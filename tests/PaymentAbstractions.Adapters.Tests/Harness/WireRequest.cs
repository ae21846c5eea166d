namespace PaymentAbstractions.Adapters.Tests;

/// <summary>What an adapter put on the wire.</summary>
public sealed record WireRequest(string Route, string Path, string Headers, string Body);
