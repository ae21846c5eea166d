using System.Runtime.InteropServices;

namespace PaymentAbstractions.Http;

/// <summary>Where an exchange goes: the address that may be reported, and the one that holds a secret, if there is one.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ExchangeTarget(Uri Shown, Uri? Secret);
