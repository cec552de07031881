using System.Globalization;
using System.Text.Json;

namespace PaperBot.Tests.Platforms.Web;

/// <summary>Reads server-sent events.</summary>
internal sealed class EventReader(Stream stream) : IDisposable
{
    private readonly StreamReader _reader = new(stream);

    public sealed record Event(string Name, long? Id, JsonElement Data);

    /// <summary>The next event of that name that fits; others are passed over.</summary>
    public async Task<Event> NextAsync(string name, Func<JsonElement, bool>? fits = null)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        while (true)
        {
            var next = await ReadAsync(patience.Token) ?? throw new EndOfStreamException("No more events.");
            if (next.Name == name && (fits is null || fits(next.Data)))
                return next;
        }
    }

    /// <summary>The next event, or null at the end.</summary>
    public async Task<Event?> ReadAsync(CancellationToken cancellationToken)
    {
        var name = "";
        long? id = null;
        JsonElement data = default;
        while (await _reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                name = line[7..];
            else if (line.StartsWith("id: ", StringComparison.Ordinal))
                id = long.Parse(line[4..], CultureInfo.InvariantCulture);
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
                data = JsonElement.Parse(line[6..]);
            else if (line.Length == 0 && name.Length > 0)
                return new Event(name, id, data);
        }
        return null;
    }

    public void Dispose() => _reader.Dispose();
}
