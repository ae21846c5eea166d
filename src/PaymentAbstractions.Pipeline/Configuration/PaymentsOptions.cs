namespace PaymentAbstractions;

/// <summary>What holds for every gateway. Configuration names the options as they are named here, directly below <c>Payments</c>.</summary>
/// <remarks>
/// Set them with <c>AddPayments(options => ...)</c> or <c>services.Configure&lt;PaymentsOptions&gt;(...)</c>; code is applied after configuration. They are
/// read when the application starts and when its configuration changes. Not thread-safe; do not change them after that.
/// </remarks>
public sealed class PaymentsOptions
{
    internal const int MaxKeyNamespaceLength = 100;

    /// <summary>The name of the gateway behind a plain <see cref="IPaymentGateway"/>.</summary>
    /// <value>Default none: the only gateway. Required when there are several.</value>
    public string? Default { get; set; }

    /// <summary>Keeps two shops on one provider account apart: a part of every key on the wire, at most 100 characters.</summary>
    /// <value>Default <c>payments</c>.</value>
    public string KeyNamespace { get; set; } = "payments";

    /// <summary>
    /// Whether a sale or an authorization beyond the rule of the card's scheme is refused before it costs a fee, as
    /// <see cref="PaymentReason.RetryLimitReached"/>.
    /// </summary>
    /// <value>Default <see langword="false"/>.</value>
    public bool EnforceRetryLimits { get; set; }

    /// <summary>
    /// Whether every result keeps the provider's answer, redacted, in <see cref="PaymentResult.Answer"/>. Otherwise only results that are
    /// neither approved nor declined keep it.
    /// </summary>
    /// <value>Default <see langword="false"/>.</value>
    public bool KeepAnswers { get; set; }

    /// <summary>
    /// What response codes mean. Configuration overrides single rows, by brand and code; in code, start from
    /// <see cref="ResponseCodeTable.Default"/>.
    /// </summary>
    /// <value>Default <see cref="ResponseCodeTable.Default"/>.</value>
    public ResponseCodeTable ResponseCodes { get; set; } = ResponseCodeTable.Default;

    internal static OptionTable<PaymentsOptions> Table { get; } =
        new OptionTable<PaymentsOptions>()
            .Text(nameof(Default), one => one.Default, (one, text) => one.Default = text, _ => null)
            .Text(
                nameof(KeyNamespace),
                one => one.KeyNamespace,
                (one, text) => one.KeyNamespace = text,
                text =>
                    string.IsNullOrWhiteSpace(text) ? "is missing."
                    : text.Length > MaxKeyNamespaceLength
                        ? $"has {text.Length} characters, at most {MaxKeyNamespaceLength} are allowed."
                    : null
            )
            .Flag(nameof(EnforceRetryLimits), one => one.EnforceRetryLimits, (one, on) => one.EnforceRetryLimits = on)
            .Flag(nameof(KeepAnswers), one => one.KeepAnswers, (one, on) => one.KeepAnswers = on)
            .Rule(nameof(ResponseCodes), one => one.ResponseCodes is null ? "is missing." : null);
}
