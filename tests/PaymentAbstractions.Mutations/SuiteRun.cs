using System.Reflection;
using System.Runtime.ExceptionServices;
using PaymentAbstractions.Conformance;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace PaymentAbstractions.Mutations;

/// <summary>Runs the facts of all suites on one adapter, as a test runner does, until one fails.</summary>
internal static class SuiteRun
{
    // The suites spend most of their time waiting for emulators.
    private const int SideBySide = 4;

    // No fact takes this long; a broken adapter may wait forever.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Returns a failure; null when every fact passes or is exempted. The suites run in parallel and end when one has failed.
    /// </summary>
    public static async Task<Failure?> FirstFailureAsync(Assembly adapter)
    {
        Failure? first = null;
        var suites = adapter.GetTypes().Where(type => type.Name.StartsWith("Run", StringComparison.Ordinal));
        await Parallel.ForEachAsync(
            suites.OrderBy(Rank),
            new ParallelOptions { MaxDegreeOfParallelism = SideBySide },
            async (suite, _) =>
            {
                if (await FailureAsync(suite, () => first is not null) is { } failure)
                {
                    Interlocked.CompareExchange(ref first, failure, null);
                }
            }
        );
        return first;
    }

    // Quick suites come first. The order affects only which fact catches a mutation that several facts can catch.
    private static int Rank(Type suite) =>
        suite.Name switch
        {
            "RunFaultMatrixSuite" => 2,
            "RunRedactionSuite" or "RunCommercialDataSuite" => 1,
            _ => 0,
        };

    private static async Task<Failure?> FailureAsync(Type suite, Func<bool> isOver)
    {
        var harness = (ConformanceHarness)
            Activator.CreateInstance(suite.GetConstructors().Single().GetParameters().Single().ParameterType)!;
        await using (harness.ConfigureAwait(false))
        {
            await harness.InitializeAsync().ConfigureAwait(false);
            foreach (
                var fact in suite
                    .GetMethods()
                    .Where(method => method.GetCustomAttributes().OfType<IFactAttribute>().Any())
            )
            {
                foreach (var row in await RowsAsync(fact).ConfigureAwait(false))
                {
                    if (isOver())
                    {
                        return null;
                    }

                    if (await MessageAsync(suite, harness, fact, row).ConfigureAwait(false) is { } message)
                    {
                        return new Failure(
                            suite.Name["Run".Length..],
                            $"{fact.Name}({string.Join(", ", row)})",
                            message
                        );
                    }
                }
            }
        }

        return null;
    }

    private static async Task<IReadOnlyList<object?[]>> RowsAsync(MethodInfo fact)
    {
        if (fact.GetParameters().Length == 0)
        {
            return
            [
                [],
            ];
        }

        var rows = new List<object?[]>();
        var disposal = new DisposalTracker();
        await using (disposal.ConfigureAwait(false))
        {
            foreach (var source in fact.GetCustomAttributes().OfType<IDataAttribute>())
            {
                var data = await source.GetData(fact, disposal).ConfigureAwait(false);
                rows.AddRange(data.Select(row => row.GetData()));
            }
        }

        return rows;
    }

    private static async Task<string?> MessageAsync(
        Type suite,
        ConformanceHarness harness,
        MethodInfo fact,
        object?[] row
    )
    {
        try
        {
            await RunAsync(suite, harness, fact, row).WaitAsync(Limit).ConfigureAwait(false);
            return null;
        }
        catch (SkipException)
        {
            return null;
        }
        catch (TimeoutException)
        {
            return $"It does not end within {Limit.TotalSeconds} s.";
        }
#pragma warning disable CA1031 // The exceptions of a broken adapter are what the suite catches.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return failure.Message;
        }
    }

    private static async Task RunAsync(Type suite, ConformanceHarness harness, MethodInfo fact, object?[] row)
    {
        var instance = (IAsyncLifetime)Activator.CreateInstance(suite, harness)!;
        await instance.InitializeAsync().ConfigureAwait(false);
        try
        {
            if (Invoke(fact, instance, row) is Task task)
            {
                await task.ConfigureAwait(false);
            }
        }
        finally
        {
            await instance.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static object? Invoke(MethodInfo fact, object instance, object?[] row)
    {
        try
        {
            return fact.Invoke(instance, row);
        }
        catch (TargetInvocationException failure)
        {
            ExceptionDispatchInfo.Throw(failure.InnerException!);
            throw;
        }
    }

    /// <summary>A failure that a suite has found.</summary>
    internal sealed record Failure(string Suite, string Fact, string Message);
}
