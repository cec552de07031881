using PaperBot.Core.Commands;
using PaperBot.Core.Digests;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Preferences;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Handlers.Digests;

/// <summary><c>/digest add</c>: subscribes this place to the day's papers.</summary>
internal sealed class DigestAddHandler(
    ISubscriptionStore store,
    DigestCourier courier,
    DigestClock clock,
    DigestLine lines,
    ITexts texts,
    TimeProvider time
) : ICommandHandler
{
    private const int MostInPlace = 20;
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    public CommandSpec Spec { get; } =
        new("digest add")
        {
            Aliases = ["日报 订阅", "日报订阅"],
            WhoMay = WhoMay.PlaceManagers,
            Idempotent = false,
            Parameters =
            [
                new Parameter("categories")
                {
                    Required = true,
                    Positional = true,
                    Aliases = ["分类"],
                    MaxLength = 500,
                },
                new Parameter("at") { Aliases = ["时间"], MaxLength = 40 },
                new Parameter("zone") { Aliases = ["时区"], MaxLength = 60 },
                new Parameter("days") { Aliases = ["日子"], MaxLength = 100 },
                Words("include", "包含"),
                Words("exclude", "排除"),
                Words("authors", "作者"),
                new Parameter("replacements", ParameterKind.Boolean) { Aliases = ["新版本"] },
            ],
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (!courier.Serves(request.Place.Id.Platform))
            return Errors.Refused("digest.platform");
        var read = Read(request);
        if (!read.IsOk)
            return read.Error;
        if ((await store.OfPlaceAsync(request.Place.Id, cancellationToken)).Count >= MostInPlace)
            return Errors.Refused("digest.many", ("most", MostInPlace));
        var settings = read.Value;
        var now = time.GetUtcNow();
        var due = DigestClock.Next(settings, now, null);
        DigestSubscription subscription;
        do subscription = new(NewId(), request.Place, settings, now, clock.Target(settings, due), due);
        while (!await store.AddAsync(subscription, request.Person.Id, cancellationToken));
        return Reply.Of(
            new Card("digest")
            {
                Markdown = texts.Get(request.Locale, "digest.added", ("line", lines.Of(subscription, request.Locale))),
                Actions = lines.Actions(subscription, request.Locale),
            }
        );
    }

    private static Outcome<DigestSettings> Read(CommandRequest request)
    {
        var at = request.Text("at");
        var zone = request.Text("zone");
        var categories = new List<string>();
        // A time and a zone may stand among the categories: 日报 订阅 cs.CL 每天8点半 北京时间.
        foreach (var word in request.Text("categories")!.Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (at is null && TimeText.TryParse(word, out _))
                at = word;
            else if (zone is null && word.EndsWith("时间", StringComparison.Ordinal) && ZoneName.TryParse(word, out _))
                zone = word;
            else
                categories.Add(word);
        }

        if (!CategorySelection.TryParse(string.Join(' ', categories), out var selection, out var error))
            return error;
        var time = new TimeOnly(8, 30);
        if (at is not null && !TimeText.TryParse(at, out time))
            return Errors.UserInput("digest.time", ("typed", MarkdownText.Code(InputText.Shorten(at))));
        var zoneName = request.Zone.HasIanaId ? request.Zone.Id : "Etc/UTC";
        if (zone is not null)
        {
            if (!ZoneName.TryParse(zone, out var named))
                return Errors.UserInput("zone", ("typed", MarkdownText.Code(InputText.Shorten(zone))));
            zoneName = named;
        }

        var days = DigestDays.All;
        if (request.Text("days") is { } typed && !TimeText.TryParseDays(typed, out days))
            return Errors.UserInput("digest.days", ("typed", MarkdownText.Code(InputText.Shorten(typed))));
        return new DigestSettings
        {
            Categories = selection.ToString(),
            At = time,
            Zone = zoneName,
            Days = days,
            Include = request.Arguments.Texts("include"),
            Exclude = request.Arguments.Texts("exclude"),
            Authors = request.Arguments.Texts("authors"),
            Language = request.Locale.Tag,
            Replacements = request.Arguments.Flag("replacements"),
        };
    }

    private static string NewId()
    {
        var bytes = Guid.NewGuid().ToByteArray();
        return string.Concat(bytes[..6].Select(b => Letters[b % Letters.Length]));
    }

    private static Parameter Words(string name, string alias) =>
        new(name)
        {
            Many = true,
            Aliases = [alias],
            MaxLength = 60,
            MaxCount = 20,
        };
}
