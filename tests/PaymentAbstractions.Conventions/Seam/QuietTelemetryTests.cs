using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PaymentAbstractions.Conventions;

/// <summary>Listeners of the application are called in one place, which drops what they throw.</summary>
public sealed class QuietTelemetryTests
{
    private static readonly string[] Names =
    [
        "PaymentAbstractions",
        "PaymentAbstractions.Journal",
        "PaymentAbstractions.Adapters",
        "PaymentAbstractions.Http",
        "PaymentAbstractions.Pipeline",
    ];

    private static readonly AsyncLocal<bool> Fails = new();

    private static int _failures;

    [Fact]
    public void Only_one_file_starts_spans_and_creates_instruments_unguarded()
    {
        var files = ShippedProject.All.SelectMany(project => project.Sources).ToList();
        var calls = files
            .SelectMany(file =>
                file.Syntax.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(call => (file, call))
            )
            .Where(found => found.call.Expression is MemberAccessExpressionSyntax)
            .Select(found =>
                (found.file, found.call, ((MemberAccessExpressionSyntax)found.call.Expression).Name.Identifier.Text)
            )
            .ToList();
        var instruments = calls
            .Where(one => one.call.ToString().StartsWith("PaymentTelemetry.Meter.", StringComparison.Ordinal))
            .ToList();
        var current = files.SelectMany(file =>
            file.Syntax.DescendantNodes()
                .OfType<AssignmentExpressionSyntax>()
                .Where(one => one.Left.ToString() == "Activity.Current")
                .Select(one => (file, node: (ExpressionSyntax)one))
        );
        var starts = calls
            .Where(one => one.Text == "StartActivity")
            .Select(one => (one.file, node: (ExpressionSyntax)one.call));

        Assert.True(instruments.Count > 15);
        Findings.None(
            instruments
                .Where(one =>
                    !one
                        .call.Ancestors()
                        .OfType<InvocationExpressionSyntax>()
                        .Any(call => call.Expression.ToString() == "QuietTelemetry.Create")
                )
                .Select(one => one.file.At(one.call))
                .Concat(
                    starts
                        .Concat(current)
                        .Where(one => one.file.Name != "QuietTelemetry")
                        .Select(one => one.file.At(one.node))
                )
        );
    }

    [Fact]
    public void A_listener_that_throws_for_every_new_instrument_and_source_breaks_no_class()
    {
        using var spans = new ActivityListener { ShouldListenTo = static _ => Fail() };
        ActivitySource.AddActivityListener(spans);
        using var meters = new MeterListener { InstrumentPublished = static (_, _) => Fail() };
        meters.Start();
        // New copies of the classes, because those of this process exist already.
        var context = new Copies();
        Fails.Value = true;
        var types = Names
            .SelectMany(name => context.LoadFromAssemblyName(new AssemblyName(name)).GetTypes())
            .Where(type =>
                type.Name is "PaymentTelemetry" or "PaymentGauges"
                || type.Name.EndsWith("Meter", StringComparison.Ordinal)
            )
            .ToList();

        Assert.Equal(
            ["AdapterMeter", "JournalMeter", "PaymentGauges", "PaymentMeter", "PaymentTelemetry", "TransportMeter"],
            types.Select(type => type.Name).Order(StringComparer.Ordinal)
        );
        types.ForEach(type => RuntimeHelpers.RunClassConstructor(type.TypeHandle));
        Fails.Value = false;

        Assert.True(_failures > 15);
    }

    private static bool Fail()
    {
        if (Fails.Value)
        {
            _failures++;
            throw new InvalidOperationException("A listener failed.");
        }

        return false;
    }

    private sealed class Copies : AssemblyLoadContext
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            Names.Contains(assemblyName.Name, StringComparer.Ordinal)
                ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll"))
                : null;
    }
}
