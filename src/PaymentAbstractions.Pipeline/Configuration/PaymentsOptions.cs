namespace PaymentAbstractions;

/// <summary>Options that apply to every gateway. The configuration keys have the same names, directly below <c>Payments</c>.</summary>
/// <remarks>
/// Set them with <c>AddPayments(options => ...)</c> or <c>services.Configure&lt;PaymentsOptions&gt;(...)</c>; code is applied after
/// configuration. They are read when the application starts and when its configuration changes. Not thread-safe; do not change them later.
/// </remarks>
public sealed class PaymentsOptions
{
    internal const int MaxKeyNamespaceLength = 100;

    /// <summary>The name of the gateway that an injected <see cref="IPaymentGateway"/> uses.</summary>
    /// <value>Default <see langword="null"/>: the only gateway. Required when there are several.</value>
    public string? Default { get; set; }

    /// <summary>Separates two shops that share one provider account. Part of every key that is sent; at most 100 characters.</summary>
    /// <value>Default <c>payments</c>.</value>
    public string KeyNamespace { get; set; } = "payments";

    /// <summary>
    /// Whether a sale or an authorization that exceeds the retry limit of the card scheme is rejected before it costs a fee, with
    /// <see cref="PaymentReason.RetryLimitReached"/>.
    /// </summary>
    /// <value>Default <see langword="false"/>.</value>
    public bool EnforceRetryLimits { get; set; }

    /// <summary>
    /// Whether every result keeps the provider's redacted answer in <see cref="PaymentResult.Answer"/>. Otherwise only results that are
    /// neither approved nor declined keep it.
    /// </summary>
    /// <value>Default <see langword="false"/>.</value>
    public bool KeepAnswers { get; set; }

    /// <summary>
    /// The meaning of response codes. Configuration overrides single rows by brand and code; in code, start from
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
