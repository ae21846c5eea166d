namespace PaymentAbstractions;

// The action codes of ISO 8583:1993 and the two characters that each comes to; its reading is that of the two. What is not here, and all of
// 3xx and 5xx to 8xx, is never the result of a payment.
internal static class ThreeDigitRows
{
    private const string Pairs =
        "000-00 001-08 002-10 003-11 004-16 005-00 006-10 007-00 "
        + "100-05 101-54 102-59 103-60 104-62 105-66 106-75 107-01 108-02 109-03 110-13 111-14 112-70 113-23 114-39 115-40 "
        + "116-51 117-55 118-56 119-57 120-58 121-61 122-63 123-65 124-93 125-78 126-81 127-55 128-81 129-59 "
        + "200-04 201-33 202-34 203-35 204-36 205-37 206-38 207-07 208-41 209-43 210-34 "
        + "902-12 903-19 904-30 905-31 906-90 907-91 908-92 909-96 910-91 911-68 912-91 913-94 914-25 915-95 921-21 923-09";

    public static readonly ResponseRow[] Rows = [.. Pairs.Split(' ').Select(static pair => Of(pair[..3], pair[4..]))];

    private static ResponseRow Of(string code, string mapsTo)
    {
        var row = NeutralRows.Rows.Single(row => row.Code == mapsTo);
        // A pick-up is final, whatever the code of two characters says of the card.
        var advice = code[0] == '2' ? ResponseAdvice.DoNotRetry : row.Advice;
        return row with
        {
            Code = code,
            MapsTo = mapsTo,
            Advice = advice,
            Retries = code[0] == '2' ? null : row.Retries,
            Source = "ISO 8583:1993 as SAP and public codecs name it; the pairs are this library's",
            IsUnconfirmed = true,
        };
    }
}
