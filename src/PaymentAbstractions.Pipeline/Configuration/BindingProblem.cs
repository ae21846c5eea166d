namespace PaymentAbstractions;

/// <summary>Describes a failure of .NET's configuration binder without the value, which may be a secret.</summary>
internal static class BindingProblem
{
    // "Failed to convert configuration value '...' at 'Shop:Interval' to type 'System.TimeSpan'."
    private const string BeforePath = "' at '";
    private const string BeforeType = "' to type '";

    public static string Of(Type options, InvalidOperationException exception)
    {
        var message = exception.Message;
        var type = message.LastIndexOf(BeforeType, StringComparison.Ordinal);
        var path = type < 0 ? -1 : message.LastIndexOf(BeforePath, type, StringComparison.Ordinal);
        var bound = $"{options.Name} could not be set by the application's own Configure or binding";
        if (path < 0)
        {
            return $"{bound} ({exception.GetBaseException().GetType().Name}).";
        }

        var key = message[(path + BeforePath.Length)..type];
        var target = message[(type + BeforeType.Length)..].TrimEnd('.', '\'');
        return $"{bound}: the value of {key} cannot be converted to {target}.{Hint(target)}";
    }

    private static string Hint(string target) =>
        target.Contains(typeof(TimeSpan).FullName!, StringComparison.Ordinal)
            ? " Write a duration as [d.]hh:mm:ss, for example 00:00:30. .NET's binder does not accept units, as in 30s."
            : "";
}
