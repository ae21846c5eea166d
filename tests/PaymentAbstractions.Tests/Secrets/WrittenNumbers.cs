namespace PaymentAbstractions.Tests;

/// <summary>
/// Card numbers as people and encoders write them, and texts that only look like card numbers: one table for all code that must mask
/// card numbers.
/// </summary>
public static class WrittenNumbers
{
    /// <summary>The last four digits of every number in <see cref="Numbers"/>.</summary>
    public const string LastFour = "1111";

    /// <summary>Ways to write 4111 1111 1111 1111 and others that end in 1111.</summary>
    public static TheoryData<string> Numbers =>
        [
            "4111111111111111",
            // Spaces and dashes.
            .. Separated(" ", "-", "\u00A0", "\u2007", "\u2009", "\u202F", "\u205F", "\u3000", "\t", "   "),
            .. Separated(
                "\u2010",
                "\u2011",
                "\u2012",
                "\u2013",
                "\u2014",
                "\u2015",
                "\u2212",
                "\uFE58",
                "\uFE63",
                "\uFF0D"
            ),
            .. Separated(" - ", " \u2013 ", ".", "/", "_", "+", "\uFF0E"),
            // Invisible characters.
            .. Separated(
                "\u200B",
                "\u200C",
                "\u200D",
                "\u2060",
                "\u00AD",
                "\uFEFF",
                "\u200E",
                " \u200B",
                "\u200B-\u200B"
            ),
            "4\u200B1\u200B1\u200B1\u200B1\u200B1\u200B1\u200B1\u200B1\u200B1\u200B1\u200B1\u200B1111",
            "4-1-1-1-1-1-1-1-1-1-1-1-1111",
            "4111-1111 1111.1111",
            "411111/1111_111111",
            // Encoders.
            .. Separated("%20", "%2D", "%2d", "%09", "%C2%A0", "%E2%80%91", "%A0", "%2B", "%252D", "%2520"),
            .. Separated("&nbsp;", "&#45;", "&#x2D;", "&#160;", "&#xA0;", "&ndash;", "&#8209;", "&#8203;", "&shy;"),
            .. Separated(
                @"\u002d",
                @"\u002D",
                @"\u0020",
                @"\t",
                @"\u00a0",
                @"\u2011",
                @"\/",
                @"\\u002d",
                @"\\t",
                @"\x2d"
            ),
            @"4\u0031\u0031111\u0031\u003111111111111",
            @"\u0034\u0031\u0031\u0031\u0031\u0031\u0031\u0031\u0031\u0031\u0031\u00311111",
            "%34%31%31%31%31%31%31%31%31%31%31%311111",
            "&#52;&#49;&#49;&#49;&#49;&#49;&#49;&#49;&#x31;&#x31;&#x31;&#x31;1111",
            // Other scripts.
            "\uFF14\uFF11\uFF11\uFF11\uFF11\uFF11\uFF11\uFF11\uFF11\uFF11\uFF11\uFF111111",
            "\u0664\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u06611111",
            "\U0001D7D2\U0001D7CF\U0001D7CF\U0001D7CF-\U0001D7CF\U0001D7CF\U0001D7CF\U0001D7CF-11111111",
            @"\uff14\uff11\uff11\uff11\ud835\udfcf\ud835\udfcf\ud835\udfcf\ud835\udfcf11111111",
            // Other lengths, and neighbors.
            "630420001111",
            "6304-2000-1111",
            "5000900001111",
            "6304400000000001111",
            "94111111111111111",
            "411111111111111112271111",
        ];

    /// <summary>Ids, times, amounts and addresses, which must not be masked.</summary>
    public static TheoryData<string> Others =>
        [
            "4111111111111112",
            "4111 1111 1111 1112",
            "4111\n1111\n1111\n1111",
            "4111, 1111, 1111, 1111",
            "12345678901",
            "851 709 970 730 732 917 225",
            "2026-11-20T16:58:29.1234567Z",
            "2026-11-27 08.15.30",
            "27.11.2026 08:15 28.11.2026 09:15",
            "10.00 20.00 30.00 40.00",
            "192.168.100.200",
            "550e8400-e29b-41d4-a716-630420001111",
            "6304.2000.1111",
            "%E4%BA%A4%E6%98%93%E5%A4%B1%E8%B4%A5",
            "&#20132;&#26131;&#22833;&#36133;",
            @"\u4ea4\u6613\u5931\u8d25\u4ea4\u6613\u5931\u8d25",
        ];

    private static IEnumerable<string> Separated(params string[] separators) =>
        separators.Select(one => string.Join(one, "4111", "1111", "1111", "1111"));
}
