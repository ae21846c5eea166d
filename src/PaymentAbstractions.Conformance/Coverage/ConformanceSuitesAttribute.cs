namespace PaymentAbstractions.Conformance;

/// <summary>Marks a harness for which the classes that run the suites are generated.</summary>
/// <remarks>
/// The harness must be a public class that is neither abstract nor generic and that has a public parameterless constructor; anything else
/// is a build error (PAC001 to PAC005). The classes are nested in one class, for example <c>DocumentedSuites.Keys</c> for a harness
/// <c>Documented</c> and <see cref="KeysSuite{THarness}"/>, in the namespace of the harness.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ConformanceSuitesAttribute : Attribute
{
    /// <summary>Marks a harness and selects its suites.</summary>
    /// <param name="suites">
    /// The suites without their type arguments, for example <c>typeof(KeysSuite&lt;&gt;)</c>. They may include your own suites that derive
    /// from <see cref="ConformanceSuite{THarness}"/>. Omit them to run every suite of this package.
    /// </param>
    public ConformanceSuitesAttribute(params Type[] suites)
    {
        ArgumentNullException.ThrowIfNull(suites);
        Suites = suites;
    }

    /// <summary>The suites; empty for every suite of this package.</summary>
    public IReadOnlyList<Type> Suites { get; }
}
