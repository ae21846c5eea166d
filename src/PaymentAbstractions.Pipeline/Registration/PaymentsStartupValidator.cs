using Microsoft.Extensions.Options;

namespace PaymentAbstractions;

internal sealed class PaymentsStartupValidator : IValidateOptions<PaymentsStartup>
{
    private readonly IPaymentGateways _gateways;

    public PaymentsStartupValidator(IPaymentGateways gateways)
    {
        _gateways = gateways;
    }

    public ValidateOptionsResult Validate(string? name, PaymentsStartup options) =>
        _gateways.Names.Count > 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail("There is no gateway.");
}
