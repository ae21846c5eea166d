namespace Checkout.Browser.Running;

/// <summary>A folder for orders and journal, which goes away after the tests.</summary>
public sealed class DataFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("checkout-browser-").FullName;

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A file that is still open on Windows. The folder is a temporary one.
        }
    }
}
