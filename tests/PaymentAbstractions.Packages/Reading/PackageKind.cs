namespace PaymentAbstractions.Packages;

/// <summary>The purpose of a package.</summary>
internal enum PackageKind
{
    /// <summary>Referenced by applications.</summary>
    Library,

    /// <summary>Installed as a command.</summary>
    Tool,

    /// <summary>Installed for <c>dotnet new</c>.</summary>
    Template,
}
