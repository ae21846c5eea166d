using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions;

internal sealed record PaymentsRegistration(IConfigurationSection Configuration);
