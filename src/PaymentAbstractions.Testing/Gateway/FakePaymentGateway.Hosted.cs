namespace PaymentAbstractions.Testing;

public sealed partial class FakePaymentGateway
{
    /// <summary>
    /// The fields that the customer's browser returns from the form of hosted entry (<see cref="IHostedPayment"/>) after a valid card was
    /// entered.
    /// </summary>
    public static IReadOnlyDictionary<string, string> ReturnedFields { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { [TokenField] = "tok_fake" };

    internal const string TokenField = "token";

    internal static FormPostAction Form { get; } =
        new()
        {
            Url = new Uri("https://pay.example/form"),
            Inputs =
            [
                new FormInput { Name = "number", Kind = FormInputKind.CardNumber },
                new FormInput { Name = "expiry", Kind = FormInputKind.CardExpiry },
                new FormInput { Name = "code", Kind = FormInputKind.SecurityCode },
            ],
        };

    private IHostedPayment Hosted =>
        (IHostedPayment?)Application.Gateway.GetService(typeof(IHostedPayment))
        ?? throw new NotSupportedException("The gateway has no hosted entry; set Capabilities.Hosted.");

    /// <inheritdoc />
    Task<PaymentResult> IHostedPayment.StartAsync(ChargeRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return AnswerAsync(request, () => Hosted.StartAsync(request, cancellationToken));
    }

    /// <inheritdoc />
    Task<PaymentResult> IHostedPayment.CompleteAsync(
        ChargeRequest request,
        IReadOnlyDictionary<string, string> returnedFields,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        return AnswerAsync(request, () => Hosted.CompleteAsync(request, returnedFields, cancellationToken));
    }

    /// <inheritdoc />
    Task<VaultResult> IHostedPayment.StartAsync(
        StorePaymentMethodRequest request,
        CancellationToken cancellationToken
    ) => Hosted.StartAsync(request, cancellationToken);

    /// <inheritdoc />
    Task<VaultResult> IHostedPayment.CompleteAsync(
        StorePaymentMethodRequest request,
        IReadOnlyDictionary<string, string> returnedFields,
        CancellationToken cancellationToken
    ) => Hosted.CompleteAsync(request, returnedFields, cancellationToken);
}
