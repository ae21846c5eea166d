namespace PaymentAbstractions;

// The currencies that code uses most often; use Parse for every other one.
public readonly partial struct Currency
{
    /// <summary>US dollar (USD), two decimals.</summary>
    public static Currency Usd { get; } = Parse("USD");

    /// <summary>Euro (EUR), two decimals.</summary>
    public static Currency Eur { get; } = Parse("EUR");

    /// <summary>Pound sterling (GBP), two decimals.</summary>
    public static Currency Gbp { get; } = Parse("GBP");

    /// <summary>Japanese yen (JPY), no decimals.</summary>
    public static Currency Jpy { get; } = Parse("JPY");

    /// <summary>Canadian dollar (CAD), two decimals.</summary>
    public static Currency Cad { get; } = Parse("CAD");

    /// <summary>Australian dollar (AUD), two decimals.</summary>
    public static Currency Aud { get; } = Parse("AUD");

    /// <summary>New Zealand dollar (NZD), two decimals.</summary>
    public static Currency Nzd { get; } = Parse("NZD");

    /// <summary>Swiss franc (CHF), two decimals.</summary>
    public static Currency Chf { get; } = Parse("CHF");

    /// <summary>Swedish krona (SEK), two decimals.</summary>
    public static Currency Sek { get; } = Parse("SEK");

    /// <summary>Norwegian krone (NOK), two decimals.</summary>
    public static Currency Nok { get; } = Parse("NOK");

    /// <summary>Danish krone (DKK), two decimals.</summary>
    public static Currency Dkk { get; } = Parse("DKK");

    /// <summary>Polish zloty (PLN), two decimals.</summary>
    public static Currency Pln { get; } = Parse("PLN");

    /// <summary>Czech koruna (CZK), two decimals.</summary>
    public static Currency Czk { get; } = Parse("CZK");

    /// <summary>Hungarian forint (HUF), two decimals.</summary>
    public static Currency Huf { get; } = Parse("HUF");

    /// <summary>Mexican peso (MXN), two decimals.</summary>
    public static Currency Mxn { get; } = Parse("MXN");

    /// <summary>Brazilian real (BRL), two decimals.</summary>
    public static Currency Brl { get; } = Parse("BRL");

    /// <summary>Indian rupee (INR), two decimals.</summary>
    public static Currency Inr { get; } = Parse("INR");

    /// <summary>Yuan renminbi (CNY), two decimals.</summary>
    public static Currency Cny { get; } = Parse("CNY");

    /// <summary>Hong Kong dollar (HKD), two decimals.</summary>
    public static Currency Hkd { get; } = Parse("HKD");

    /// <summary>Singapore dollar (SGD), two decimals.</summary>
    public static Currency Sgd { get; } = Parse("SGD");

    /// <summary>South Korean won (KRW), no decimals.</summary>
    public static Currency Krw { get; } = Parse("KRW");

    /// <summary>South African rand (ZAR), two decimals.</summary>
    public static Currency Zar { get; } = Parse("ZAR");

    /// <summary>UAE dirham (AED), two decimals.</summary>
    public static Currency Aed { get; } = Parse("AED");

    /// <summary>Kuwaiti dinar (KWD), three decimals.</summary>
    public static Currency Kwd { get; } = Parse("KWD");

    /// <summary>Bahraini dinar (BHD), three decimals.</summary>
    public static Currency Bhd { get; } = Parse("BHD");
}
