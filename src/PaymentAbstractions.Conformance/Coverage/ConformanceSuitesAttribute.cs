namespace PaymentAbstractions.Conformance;

/// <summary>Marks a harness: the classes that run its suites are generated.</summary>
/// <remarks>
/// The harness is a public class that is not abstract or generic and has a public constructor without parameters; anything else is an
/// error of the build (PAC001 to PAC005). The classes are nested in one class, for example <c>DocumentedSuites.Keys</c> for a harness
/// <c>Documented</c> and <see cref="KeysSuite{THarness}"/>, in the namespace of the harness.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ConformanceSuitesAttribute : Attribute
{
    /// <summary>Marks a harness.</summary>
    /// <param name="suites">
    /// The suites, without their type arguments, for example <c>typeof(KeysSuite&lt;&gt;)</c>, also those of your own that derive from
    /// <see cref="ConformanceSuite{THarness}"/>. None for every suite of this package.
    /// </param>
    public ConformanceSuitesAttribute(params Type[] suites)
    {
        ArgumentNullException.ThrowIfNull(suites);
        Suites = suites;
    }

    /// <summary>The suites; empty for every suite of this package.</summary>
    public IReadOnlyList<Type> Suites { get; }
}
