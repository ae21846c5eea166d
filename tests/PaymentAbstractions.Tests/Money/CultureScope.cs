using System.Globalization;

namespace PaymentAbstractions.Tests;

/// <summary>Runs a test with another culture, or with one that has unusual text for every number sign.</summary>
internal sealed class CultureScope : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    private CultureScope(CultureInfo culture) => CultureInfo.CurrentCulture = culture;

    public static TheoryData<string> Names => ["de-DE", "tr-TR", "ar-SA", "hostile"];

    public static CultureScope Enter(string name)
    {
        if (name != "hostile")
        {
            return new CultureScope(new CultureInfo(name, useUserOverride: false));
        }

        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "~";
        return new CultureScope(culture);
    }

    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
