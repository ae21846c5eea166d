using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace PaymentAbstractions;

/// <summary>Returns the options in use. For other names, it creates options as .NET does.</summary>
internal sealed class UsedOptionsFactory<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions
>(
    UsedOptions used,
    IEnumerable<IConfigureOptions<TOptions>> setups,
    IEnumerable<IPostConfigureOptions<TOptions>> postConfigures,
    IEnumerable<IValidateOptions<TOptions>> validations
) : IOptionsFactory<TOptions>
    where TOptions : class
{
    private readonly OptionsFactory<TOptions> _others = new(setups, postConfigures, validations);

    public TOptions Create(string name) => used.Find<TOptions>(name) ?? _others.Create(name);
}
