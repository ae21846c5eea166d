using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace PaymentAbstractions.PostgreSqlServer;

/// <summary>
/// A server on a free port that is started from the installed binaries, or the server that <c>PAYMENTS_TEST_POSTGRES</c> names by a
/// connection string, whose user must be allowed to create databases.
/// </summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private const string Variable = "PAYMENTS_TEST_POSTGRES";
    private static readonly Lazy<Task<PostgreSqlServer?>> SharedServer = new(() => StartAsync());
    private static readonly string[] Places = ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"];

    private readonly string? _folder;
    private readonly string _binaries;
    private readonly string _settings;
    private int _databases;

    private PostgreSqlServer(string? folder, string binaries, string settings, string connectionString)
    {
        (_folder, _binaries, _settings, ConnectionString) = (folder, binaries, settings, connectionString);
        // The exit of the process is the only reliable end of a test run.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop("immediate");
    }

    /// <summary>The reason for which tests are skipped when there is no server.</summary>
    public const string Missing =
        $"There is no PostgreSQL: install the server (initdb and pg_ctl), or name one in {Variable}.";

    /// <summary>The server that all tests of the process share; null when there is none.</summary>
    public static Task<PostgreSqlServer?> Shared => SharedServer.Value;

    /// <summary>The connection string of the server, with the database <c>postgres</c>.</summary>
    public string ConnectionString { get; }

    /// <summary>Whether this process started the server, so that the server may be stopped.</summary>
    public bool IsOwn => _folder is not null;

    /// <summary>Starts a server.</summary>
    /// <param name="settings">Settings in addition to the usual ones, for example <c>-c fsync=off</c>.</param>
    /// <returns>The server; null when there are no binaries.</returns>
    public static async Task<PostgreSqlServer?> StartAsync(string settings = "")
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named && settings.Length == 0)
        {
            return new PostgreSqlServer(null, "", "", named);
        }

        if (FindBinaries() is not { } binaries)
        {
            return null;
        }

        var server = await PrepareAsync(binaries, settings);
        await server.RunAsUserAsync(
            "initdb",
            "-D",
            server.Data,
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--no-sync"
        );
        await server.StartAgainAsync();
        return server;
    }

    private static async Task<PostgreSqlServer> PrepareAsync(string binaries, string settings)
    {
        var folder = Directory.CreateTempSubdirectory("postgres-").FullName;
        var port = FreePort();
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Include Error Detail=true"
        );
        var all = string.Create(
            CultureInfo.InvariantCulture,
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c max_connections=200 {settings}"
        );
        var server = new PostgreSqlServer(folder, binaries, all, text);
        if (Environment.UserName == "root")
        {
            await RunAsync("chown", "postgres", folder);
        }

        return server;
    }

    /// <summary>Creates an empty database.</summary>
    /// <returns>The connection string of the database.</returns>
    public async Task<string> NewDatabaseAsync()
    {
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}"
        );
        await ExecuteAsync($"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ToString();
    }

    /// <summary>Runs statements as the superuser.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="connectionString">The database; <c>postgres</c> when null.</param>
    /// <returns>The first value of the first row.</returns>
    public async Task<object?> ExecuteAsync(string statements, string? connectionString = null)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString ?? ConnectionString) { Pooling = false }.ToString()
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statements;
        // Statements over millions of rows have no time limit.
        command.CommandTimeout = 0;
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Changes a setting of the running server.</summary>
    /// <param name="name">The setting.</param>
    /// <param name="value">The new value.</param>
    /// <returns>A task that completes when new sessions have the value; existing sessions get it soon.</returns>
    public async Task SetAsync(string name, string value)
    {
        await ExecuteAsync($"ALTER SYSTEM SET {name} = '{value}'");
        await ExecuteAsync("SELECT pg_reload_conf()");
        while (!value.Equals(await ExecuteAsync($"SHOW {name}")))
        {
            await Task.Delay(20);
        }
    }

    /// <summary>Starts a standby of the server, which receives all further commits.</summary>
    /// <returns>The standby, on its own port.</returns>
    public async Task<PostgreSqlServer> StartStandbyAsync()
    {
        var standby = await PrepareAsync(_binaries, "-c log_min_messages=fatal");
        var port = new NpgsqlConnectionStringBuilder(ConnectionString).Port.ToString(CultureInfo.InvariantCulture);
        await RunAsUserAsync(
            "pg_basebackup",
            [
                "-D",
                standby.Data,
                "-h",
                "127.0.0.1",
                "-p",
                port,
                "-U",
                "postgres",
                "-R",
                "-X",
                "stream",
                "-c",
                "fast",
                "--no-sync",
            ]
        );
        await standby.StartAgainAsync();
        return standby;
    }

    /// <summary>Promotes a standby to the primary.</summary>
    /// <returns>A task that completes when the server accepts writes.</returns>
    public Task PromoteAsync() => RunAsUserAsync("pg_ctl", "-D", Data, "-w", "promote");

    /// <summary>Stops the server: <c>immediate</c> like a crash, <c>fast</c> in an orderly way.</summary>
    /// <param name="mode">The mode of <c>pg_ctl</c>.</param>
    public void Stop(string mode)
    {
        if (_folder is not null && Directory.Exists(Data))
        {
            RunAsUserAsync("pg_ctl", "-D", Data, "-m", mode, "-w", "stop").GetAwaiter().GetResult();
        }
    }

    /// <summary>Starts a stopped server again, on the same port.</summary>
    /// <returns>A task that completes when the server accepts connections.</returns>
    public Task StartAgainAsync() =>
        RunAsUserAsync("pg_ctl", "-D", Data, "-o", _settings, "-l", Path.Combine(_folder!, "log"), "-w", "start");

    public ValueTask DisposeAsync()
    {
        Stop("immediate");
        if (_folder is not null && Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    private string Data => Path.Combine(_folder!, "data");

    // The server refuses to run as root.
    private Task RunAsUserAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(_binaries, program);
        return Environment.UserName == "root"
            ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments])
            : RunAsync(path, arguments);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // The server inherits the open files of the process that starts it, so nothing may wait for the end of an output.
        var start = new ProcessStartInfo(
            "/bin/sh",
            ["-c", "\"$0\" \"$@\" >/dev/null 2>&1 </dev/null", program, .. arguments]
        )
        {
            WorkingDirectory = "/",
        };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0 && !arguments.Contains("stop"))
        {
            throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}."
            );
        }
    }

    private static string? FindBinaries() =>
        Places
            .Where(Directory.Exists)
            .SelectMany(Directory.GetDirectories)
            .Select(folder => Path.Combine(folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .Where(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")))
            .OrderDescending(StringComparer.Ordinal)
            .Select(WhereItIs)
            .FirstOrDefault();

    // When only some programs are linked, the others are in the folder to which the links point.
    private static string WhereItIs(string folder) =>
        Path.GetDirectoryName(new FileInfo(Path.Combine(folder, "initdb")).ResolveLinkTarget(true)?.FullName) ?? folder;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
