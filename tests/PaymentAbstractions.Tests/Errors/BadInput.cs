using System.Reflection;

namespace PaymentAbstractions.Tests;

/// <summary>Calls the public members of an assembly with null, with empty strings, and with values that have unset members.</summary>
/// <param name="samples">Make valid values of types that <see cref="SampleValues"/> does not know.</param>
internal sealed class BadInput(params Func<object>[] samples)
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private readonly SortedSet<string> _findings = new(StringComparer.Ordinal);

    public int Calls { get; private set; }

    /// <summary>Exceptions other than those documented for a caller's mistake.</summary>
    public IEnumerable<string> Findings => _findings;

    public async Task RunAsync(Assembly assembly)
    {
        foreach (var type in assembly.GetExportedTypes().Where(type => !type.ContainsGenericParameters))
        {
            foreach (var constructor in type.IsAbstract ? [] : type.GetConstructors())
            {
                await CallAllAsync(constructor, null);
            }

            foreach (var method in type.GetMethods(Own).Where(IsCalled))
            {
                var targets = method.IsStatic
                    ? new object?[1]
                    : BadOf(type).Append(Good(type)).Where(target => target is not null);
                foreach (var target in targets)
                {
                    await CallAllAsync(method, target);
                }
            }
        }
    }

    // Operators and properties of a value that was never set throw InvalidOperationException, as is usual in .NET; ToString works.
    private static bool IsCalled(MethodInfo method) =>
        method is { IsSpecialName: false, ContainsGenericParameters: false, IsAbstract: false }
        && method
            .GetParameters()
            .All(parameter =>
                parameter.ParameterType is { IsByRefLike: false } type
                && type.GetElementType() is not { IsByRefLike: true }
            );

    private static bool IsAnswerToMistake(Exception exception, MethodBase method) =>
        exception is ArgumentException or FormatException or PaymentException
        // As documented, arithmetic with an amount that was never set throws; the message explains the fix.
        || (
            exception is InvalidOperationException { Message: var message }
            && (method.DeclaringType == typeof(Money) || method.DeclaringType == typeof(UnitPrice))
            && (
                message.StartsWith("default(Money) is not an amount", StringComparison.Ordinal)
                || message.StartsWith("default(UnitPrice) is not a price", StringComparison.Ordinal)
                || message.StartsWith("There are no amounts to add up", StringComparison.Ordinal)
            )
        );

    private async Task CallAllAsync(MethodBase method, object? target)
    {
        foreach (var arguments in ArgumentsOf(method))
        {
            Calls++;
            if (await CallAsync(method, target, arguments) is { } thrown && !IsAnswerToMistake(thrown, method))
            {
                var shown = arguments.Select(argument => argument is null ? "null" : argument.GetType().Name);
                _findings.Add(
                    $"{method.DeclaringType}.{method.Name}({string.Join(", ", shown)}): {thrown.GetType().Name}, {thrown.StackTrace?.Split('\n')[0].Trim()}"
                );
            }
        }
    }

    /// <summary>Returns arguments that are all bad, and then arguments of which one is bad.</summary>
    private IEnumerable<object?[]> ArgumentsOf(MethodBase method)
    {
        var types = method.GetParameters().Select(parameter => parameter.ParameterType).ToArray();
        yield return [.. types.Select(Nothing)];
        for (var i = 0; i < types.Length; i++)
        {
            foreach (var bad in BadOf(types[i]).Append(Nothing(types[i])))
            {
                object?[] arguments = [.. types.Select(Good)];
                arguments[i] = bad;
                yield return arguments;
            }
        }
    }

    /// <summary>Returns empty values, and valid ones of which one member is null or was never set.</summary>
    private IEnumerable<object> BadOf(Type type)
    {
        if (Empty(type) is { } empty)
        {
            yield return empty;
        }

        if (type.Namespace?.StartsWith(nameof(PaymentAbstractions), StringComparison.Ordinal) != true)
        {
            yield break;
        }

        foreach (
            var member in type.GetProperties().Where(member => member is { SetMethod.IsPublic: true, CanRead: true })
        )
        {
            if (member.GetIndexParameters().Length == 0 && Good(type) is { } sample)
            {
                member.SetValue(sample, Nothing(member.PropertyType));
                yield return sample;
            }
        }
    }

    private static object? Nothing(Type type) =>
        type is { IsByRef: false, IsValueType: true } ? Activator.CreateInstance(type) : null;

    private static object? Empty(Type type) =>
        type == typeof(string) ? ""
        : type.IsArray ? Array.CreateInstance(type.GetElementType()!, 1)
        : !type.IsAbstract && type.GetConstructor(Type.EmptyTypes) is not null ? Activator.CreateInstance(type)
        : Nothing(type);

    private object? Good(Type type)
    {
        if (samples.Select(make => make()).FirstOrDefault(type.IsInstanceOfType) is { } given)
        {
            return given;
        }

        try
        {
            return type.Assembly == typeof(IPaymentGateway).Assembly || type == typeof(string) || type.IsPrimitive
                ? SampleValues.Of(type)
                : Empty(type);
        }
        // The type has no public constructor, or is not a value.
        catch (Exception exception)
            when (exception is MissingMethodException or ArgumentException or IndexOutOfRangeException)
        {
            return Empty(type);
        }
    }

    private static async Task<Exception?> CallAsync(MethodBase method, object? target, object?[] arguments)
    {
        try
        {
            var result = method is ConstructorInfo constructor
                ? constructor.Invoke(arguments)
                : method.Invoke(target, arguments);
            if (result is Task task)
            {
                await task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            }

            return null;
        }
        catch (TargetInvocationException exception)
        {
            return exception.InnerException;
        }
#pragma warning disable CA1031 // Every other exception is a finding.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception;
        }
    }
}
