using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace PaperBot.Storage.Configuration;

/// <summary>What the configuration points at: a SQLite file or a PostgreSQL database.</summary>
/// <param name="File">The full path of the SQLite file; null for PostgreSQL.</param>
/// <param name="Postgres">The connection string of PostgreSQL; null for SQLite.</param>
internal sealed record StorageTarget(string? File, string? Postgres)
{
    private const string Key = "Storage:ConnectionString";
    private const string Forms =
        "write a file's path, 'Data Source=<file>', 'Host=<host>;Database=<name>;…' or 'postgres://user:password@host/name'.";

    /// <exception cref="ArgumentException">The options were not validated.</exception>
    public static StorageTarget Of(StorageOptions options) =>
        TryRead(options, out var target, out var sentence)
            ? target
            : throw new ArgumentException(sentence, nameof(options));

    public static bool TryRead(
        StorageOptions options,
        [NotNullWhen(true)] out StorageTarget? target,
        [NotNullWhen(false)] out string? sentence
    )
    {
        (target, sentence) = (null, null);
        var text = options.ConnectionString?.Trim() ?? "";
        if (text.Length == 0)
            target = InFile(Path.Combine(options.Directory, "paperbot.db"));
        else if (IsAddress(text))
            target = FromAddress(text);
        else if (!text.Contains('=', StringComparison.Ordinal))
            target = text.Contains(':', StringComparison.Ordinal) && !Path.IsPathRooted(text) ? null : InFile(text);
        else
            target = FromPairs(text);
        // The value may hold a password, so the sentence does not repeat it.
        sentence = target is null ? $"{Key} cannot be understood; {Forms}" : null;
        return target is not null;
    }

    private static StorageTarget InFile(string path) => new(Path.GetFullPath(path), null);

    private static bool IsAddress(string text) =>
        text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    private static StorageTarget? FromPairs(string text)
    {
        try
        {
            var pairs = new DbConnectionStringBuilder { ConnectionString = text };
            if (pairs.ContainsKey("Host") || pairs.ContainsKey("Server"))
                return new(null, new NpgsqlConnectionStringBuilder(text).ConnectionString);
            var file = new SqliteConnectionStringBuilder(text).DataSource;
            return file.Length == 0 || file.Contains(":memory:", StringComparison.Ordinal) ? null : InFile(file);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static StorageTarget? FromAddress(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Host.Length == 0)
            return null;
        var user = address.UserInfo.Split(':', 2);
        var pairs = new DbConnectionStringBuilder { ["Host"] = address.Host };
        if (address.Port > 0)
            pairs["Port"] = address.Port;
        if (user[0].Length > 0)
            pairs["Username"] = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1)
            pairs["Password"] = Uri.UnescapeDataString(user[1]);
        if (address.AbsolutePath.Length > 1)
            pairs["Database"] = Uri.UnescapeDataString(address.AbsolutePath[1..]);
        foreach (var pair in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            var name = parts[0].ToLowerInvariant() switch
            {
                "sslmode" => "SSL Mode",
                "sslrootcert" => "Root Certificate",
                "application_name" => "Application Name",
                "connect_timeout" => "Timeout",
                var other => other,
            };
            var value = parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "";
            pairs[name] = name == "SSL Mode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
        }
        return FromPairs(pairs.ConnectionString);
    }
}
