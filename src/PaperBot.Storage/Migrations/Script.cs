using System.Globalization;
using System.Reflection;

namespace PaperBot.Storage.Migrations;

/// <summary>One numbered script, <c>Scripts/0001-first.sql</c>.</summary>
internal sealed record Script(int Number, string Name)
{
    private static readonly Assembly Home = typeof(Script).Assembly;

    /// <summary>All scripts, in order.</summary>
    public static IReadOnlyList<Script> All { get; } =
    [
        .. Home.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => new Script(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name))
            .OrderBy(script => script.Number),
    ];

    /// <summary>Its SQL.</summary>
    public string Read()
    {
        using var reader = new StreamReader(Home.GetManifestResourceStream(Name)!);
        return reader.ReadToEnd();
    }
}
