namespace PaymentAbstractions.Conventions;

internal static class Findings
{
    /// <summary>Fails when there are findings, and lists each on its own line.</summary>
    public static void None(IEnumerable<string> found)
    {
        string[] lines = [.. found];
        if (lines.Length > 0)
        {
            Assert.Fail($"{lines.Length} found:\n  {string.Join("\n  ", lines)}");
        }
    }
}
