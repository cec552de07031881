using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Core.Conversations;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Readers;

namespace PaperBot.Platforms.Web.Endpoints;

/// <summary>
/// The bot's own links to PDFs: <c>/go/</c> and a key that stands for paper and place, so that the link itself tells
/// neither and leads nowhere else. A link does not know who follows it: an address counts as one person, and only a hash
/// of it that no other process can make is kept.
/// </summary>
internal sealed partial class PdfGates(
    IOptions<PublicOptions> options,
    IPaperLinks links,
    IPaperUseStore uses,
    IShortLineStore lines,
    ILogger<PdfGates> logger
) : IPaperGates
{
    public const string Route = "/go/{key}";
    private const string Mark = "go pdf ";
    private const int HashLength = 20;
    private const int NetworkBytes = 8;
    private const string Platform = "link";

    private readonly byte[] _salt = RandomNumberGenerator.GetBytes(32);

    public async Task<Uri?> PdfAsync(ArxivId paper, PlaceId place, CancellationToken cancellationToken)
    {
        // Without a door of its own the address leads nowhere.
        if (options.Value.Listen.Length == 0 || options.Value.Url.Length == 0)
            return null;
        var key = await lines.ShortenAsync($"{Mark}{paper} {place}", cancellationToken);
        return new Uri($"{options.Value.Url.TrimEnd('/')}/go/{key}");
    }

    /// <summary>Counts and leads on.</summary>
    public async Task<IResult> LeadAsync(HttpContext context, string key, CancellationToken cancellationToken)
    {
        var line = await lines.ExpandAsync(key, cancellationToken);
        if (
            line?.StartsWith(Mark, StringComparison.Ordinal) != true
            || line[Mark.Length..].Split(' ', 2) is not [var id, var where]
            || !ArxivId.TryParse(id, out var paper)
            || !PlaceId.TryParse(where, out var place)
        )
            return Results.NotFound();
        try
        {
            var reader = new PersonId(Platform, Reader(context.Connection.RemoteIpAddress));
            await uses.NoteAsync(
                new PaperUse(place, paper.WithoutVersion, reader, PaperUseKind.Pdf),
                cancellationToken
            );
        }
        catch (StorageException exception)
        {
            Log.NotCounted(logger, exception);
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.Redirect(links.Pdf(paper).AbsoluteUri);
    }

    private string Reader(IPAddress? address)
    {
        var bytes = address?.GetAddressBytes() ?? [];
        // One household has many addresses of version 6, all of one network.
        var network = bytes.Length == 16 ? bytes[..NetworkBytes] : bytes;
        return Convert.ToHexStringLower(HMACSHA256.HashData(_salt, network))[..HashLength];
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "That a PDF was opened could not be counted.")]
        public static partial void NotCounted(ILogger logger, Exception exception);
    }
}
