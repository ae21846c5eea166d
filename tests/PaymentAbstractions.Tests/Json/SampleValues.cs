using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;

namespace PaymentAbstractions.Tests;

/// <summary>Makes a value of any public type in which no member has its default, so that a loss in JSON is detected.</summary>
internal static class SampleValues
{
    private static readonly DateTimeOffset Time = new(2026, 11, 26, 18, 30, 15, 250, TimeSpan.FromHours(-5));

    private static readonly Dictionary<Type, object> Fixed = new()
    {
        [typeof(bool)] = true,
        [typeof(int)] = 7,
        [typeof(long)] = 7_000_000_000L,
        [typeof(decimal)] = 12.3456m,
        [typeof(string)] = "\"Zoë\" <O'Neil> \u2028 \U0001F600",
        [typeof(Uri)] = new Uri("https://shop.example/return?order=1&token=%20"),
        [typeof(DateTimeOffset)] = Time,
        [typeof(DateOnly)] = new DateOnly(2026, 11, 26),
        [typeof(TimeSpan)] = new TimeSpan(3, 4, 5, 6, 7),
        [typeof(Money)] = Money.Of(-49.9m, "USD"),
        [typeof(UnitPrice)] = UnitPrice.Of(0.1275m, "USD"),
        [typeof(Currency)] = Currency.Parse("KWD"),
        [typeof(IdempotencyKey)] = new IdempotencyKey("order-1:attempt~1"),
        [typeof(OrderReference)] = new OrderReference("order-1"),
        [typeof(AccountFingerprint)] = AccountFingerprint.Of("Rebilly", "api.example", "org"),
        [typeof(TransactionReference)] = new TransactionReference(
            "cards_eu",
            AccountFingerprint.Of("Rebilly", "api.example", "org"),
            "txn:01"
        ),
        [typeof(CardBrand)] = CardBrand.FromProvider("Some new brand"),
        [typeof(DigitalWallet)] = DigitalWallet.ApplePay,
        [typeof(ResponseCode)] = ResponseCode.FromProvider("79").ForBrand(CardBrand.Maestro),
        [typeof(AvsResult)] = AvsResult.FromProvider("A", CardBrand.Discover),
        [typeof(CvvResult)] = CvvResult.FromProvider("Y", CardBrand.AmericanExpress),
        [typeof(Metadata)] = Metadata.From([KeyValuePair.Create("z", "1"), KeyValuePair.Create("A b", "")]),
    };

    public static object Of(Type type)
    {
        if (Fixed.TryGetValue(Nullable.GetUnderlyingType(type) ?? type, out var known))
        {
            return known;
        }

        if ((Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } names)
        {
            return names.GetEnumValues().Cast<object>().Last();
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
        {
            var item = Of(type.GetGenericArguments()[0]);
            return typeof(SampleValues)
                .GetMethod(nameof(ListOf), BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(item.GetType())
                .Invoke(null, [item])!;
        }

        return Filled(type.IsAbstract ? PublicValues.KnownKindsOf(type)[0] : Nullable.GetUnderlyingType(type) ?? type);
    }

    /// <summary>Makes a new object in which every property that JSON may contain is set.</summary>
    private static object Filled(Type type)
    {
        var sample = Activator.CreateInstance(type)!;
        var settable = type.GetProperties()
            .Where(property => property.SetMethod is { IsPublic: true })
            .Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null)
            // A request with a secret is not serialized at all.
            .Where(property => !PublicValues.HoldsSecret(property.PropertyType))
            // Applications and adapters define the derived types.
            .Where(property => property.PropertyType != typeof(ValueList<ProviderRequestOptions>))
            .ToList();
        foreach (var property in settable)
        {
            property.SetValue(sample, Of(property.PropertyType));
            var standard = property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null;
            var hasOneValue = property.PropertyType is { IsEnum: true } names && names.GetEnumValues().Length == 1;
            Assert.True(
                hasOneValue || !Equals(property.GetValue(sample), standard),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{type}.{property.Name} has its default; give it a sample."
                )
            );
        }

        return sample;
    }

    private static ValueList<T> ListOf<T>(T item) => [item, item];
}
