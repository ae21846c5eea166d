namespace PaymentAbstractions.Packages;

/// <summary>What a package is for.</summary>
internal enum PackageKind
{
    /// <summary>Referenced by applications.</summary>
    Library,

    /// <summary>Installed as a command.</summary>
    Tool,

    /// <summary>Installed for <c>dotnet new</c>.</summary>
    Template,
}
