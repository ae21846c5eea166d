using System.Collections;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Conventions;

/// <summary>The tables of options match the classes in names, defaults and limits.</summary>
public sealed class ConfigurationPageTests
{
    private const string Page = "docs/configuration.md";

    private static readonly Type[] Classes =
    [
        typeof(PaymentsOptions),
        typeof(JournalOptions),
        typeof(RecoveryOptions),
        typeof(ResilienceOptions),
        typeof(GatewayOptions),
        typeof(WebhookOptions),
    ];

    public static TheoryData<string> Names => [.. Classes.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_table_has_every_option_with_its_default(string name)
    {
        var type = Classes.Single(one => one.Name == name);
        var options = type.IsAbstract ? new NoOptions() : Activator.CreateInstance(type)!;

        var expected = type.GetProperties().Select(one => $"{one.Name} = {TextOf(one.GetValue(options))}");

        Assert.Equal(expected, RowsOf(name).Select(row => $"{row.Name} = {row.Default}"));
    }

    [Fact]
    public void The_limits_of_a_table_are_those_that_are_checked()
    {
        var checks = 0;
        foreach (var type in Classes.Where(one => !one.IsAbstract))
        {
            foreach (var row in RowsOf(type.Name))
            {
                var property = type.GetProperty(row.Name)!;
                if (Limits(property.PropertyType, row.Limits) is not { } limits)
                {
                    continue;
                }

                checks++;
                Assert.False(IsRefused(type, property, limits.Min), $"{row.Name} {limits.Min}");
                Assert.False(IsRefused(type, property, limits.Max), $"{row.Name} {limits.Max}");
                Assert.True(IsRefused(type, property, limits.Below), $"{row.Name} {limits.Below}");
                Assert.True(IsRefused(type, property, limits.Above), $"{row.Name} {limits.Above}");
            }
        }

        Assert.Equal(17, checks);
    }

    private static bool IsRefused(Type type, PropertyInfo property, object value)
    {
        var services = new ServiceCollection();
        var payments = services.AddPayments();
        // One generic method for all classes, called with the type that the table describes.
        typeof(ConfigurationPageTests)
            .GetMethod(nameof(Set), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type)
            .Invoke(null, [services, property, value]);
        using var provider = payments.Services.BuildServiceProvider();
        var exception = Assert.Throws<PaymentConfigurationException>(() =>
            provider.GetRequiredService<IPaymentGateways>()
        );
        return exception.Problems.Any(problem =>
            problem.StartsWith($"{type.Name}.{property.Name}: is ", StringComparison.Ordinal)
        );
    }

    private static void Set<T>(IServiceCollection services, PropertyInfo property, object value)
        where T : class => services.Configure<T>(options => property.SetValue(options, value));

    private static List<(string Name, string Default, string Limits)> RowsOf(string type) =>
        [
            .. Repository
                .Read(Page)
                .ReplaceLineEndings("\n")
                .Split($"\n### `{type}`\n")[1]
                .Split("\n### ")[0]
                .Split('\n')
                .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
                .Select(line => line.Split('|'))
                .Select(cells => (cells[1].Trim(' ', '`'), cells[2].Trim(' ', '`'), cells[3].Trim())),
        ];

    private static (object Min, object Max, object Below, object Above)? Limits(Type type, string text)
    {
        if (text.Split(" to ") is not [var min, var max])
        {
            return null;
        }

        if (type == typeof(int))
        {
            var (low, high) = (Number(min), Number(max));
            return ((int)low, (int)high, (int)low - 1, (int)high + 1);
        }

        if (type == typeof(double))
        {
            return (Number(min), Number(max), Number(min) - 0.01, Number(max) + 0.01);
        }

        if (type != typeof(TimeSpan))
        {
            return null;
        }

        var tick = TimeSpan.FromTicks(1);
        return (Time(min), Time(max), Time(min) - tick, Time(max) + tick);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static TimeSpan Time(string text) =>
        text.EndsWith("ms", StringComparison.Ordinal)
            ? TimeSpan.FromMilliseconds(Number(text[..^2]))
            : Number(text[..^1])
                * text[^1] switch
                {
                    's' => TimeSpan.FromSeconds(1),
                    'm' => TimeSpan.FromMinutes(1),
                    'h' => TimeSpan.FromHours(1),
                    _ => TimeSpan.FromDays(1),
                };

    private static string TextOf(object? value) =>
        value switch
        {
            null => "none",
            bool flag => flag ? "true" : "false",
            TimeSpan time => TimeText(time),
            ResponseCodeTable table when table == ResponseCodeTable.Default => "the built-in table",
            string text => text,
            IEnumerable list => list.Cast<object>()
                .Select(TextOf)
                .DefaultIfEmpty("none")
                .Aggregate((a, b) => $"{a}, {b}"),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new InvalidOperationException($"{value.GetType()} has no text here."),
        };

    private static string TimeText(TimeSpan time) =>
        time.Ticks switch
        {
            var ticks when ticks % TimeSpan.TicksPerDay == 0 => $"{time.TotalDays:0}d",
            var ticks when ticks % TimeSpan.TicksPerHour == 0 => $"{time.TotalHours:0}h",
            var ticks when ticks % TimeSpan.TicksPerMinute == 0 => $"{time.TotalMinutes:0}m",
            var ticks when ticks % TimeSpan.TicksPerSecond == 0 => $"{time.TotalSeconds:0}s",
            _ => $"{time.TotalMilliseconds:0}ms",
        };

    private sealed class NoOptions : GatewayOptions;
}
