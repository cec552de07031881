using PaperBot.Core.Commands;
using PaperBot.Core.Digests;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Preferences;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Handlers.Digests;

/// <summary>Reads what a command chooses for a subscription, over what was chosen before.</summary>
internal static class DigestChoice
{
    /// <summary>The zone of a subscription that names none.</summary>
    public static string ZoneOf(CommandRequest request) => request.Zone.HasIanaId ? request.Zone.Id : "Etc/UTC";

    /// <summary>The settings of a new subscription.</summary>
    public static Outcome<DigestSettings> New(CommandRequest request) =>
        Read(
            request,
            new DigestSettings
            {
                Categories = "",
                Zone = ZoneOf(request),
                Language = request.Locale.Tag,
            }
        );

    /// <summary>The settings with what the request changes; what it does not name stays.</summary>
    public static Outcome<DigestSettings> Read(CommandRequest request, DigestSettings before)
    {
        var settings = before;
        var at = request.Text("at");
        var zone = request.Text("zone");
        var days = request.Text("days");
        if (request.Text("categories") is { } typed)
        {
            var categories = new List<string>();
            // A time and a zone may stand among the categories: 日报 订阅 cs.CL 每天8点半 北京时间.
            foreach (var word in typed.Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (at is null && TimeText.TryParse(word, out _))
                    at = word;
                else if (
                    zone is null
                    && word.EndsWith("时间", StringComparison.Ordinal)
                    && ZoneName.TryParse(word, out _)
                )
                    zone = word;
                else if (days is null && TimeText.TryParseDays(word, out _))
                    days = word;
                else
                    categories.Add(word);
            }

            if (!CategorySelection.TryParse(string.Join(' ', categories), out var selection, out var error))
                return error;
            settings = settings with { Categories = selection.ToString() };
        }

        var timed = When(settings, at, zone, days);
        return timed.IsOk ? What(request, timed.Value) : timed.Error;
    }

    private static Outcome<DigestSettings> When(DigestSettings settings, string? at, string? zone, string? days)
    {
        if (at is not null)
        {
            if (!TimeText.TryParse(at, out var time))
                return Errors.UserInput("digest.time", Typed(at));
            settings = settings with { At = time };
        }

        if (zone is not null)
        {
            if (!ZoneName.TryParse(zone, out var named))
                return Errors.UserInput("zone", Typed(zone));
            settings = settings with { Zone = named };
        }

        if (days is null)
            return settings;
        return TimeText.TryParseDays(days, out var chosen)
            ? settings with
            {
                Days = chosen,
            }
            : Errors.UserInput("digest.days", Typed(days));
    }

    private static Outcome<DigestSettings> What(CommandRequest request, DigestSettings settings)
    {
        var arguments = request.Arguments;
        if (request.Text("role") is { } role)
        {
            var read = Role(request.Place, role);
            if (!read.IsOk)
                return read.Error;
            settings = settings with { Role = read.Value.Length == 0 ? null : read.Value };
        }

        return settings with
        {
            Include = Words("include", settings.Include),
            Exclude = Words("exclude", settings.Exclude),
            Authors = Words("authors", settings.Authors),
            Replacements = arguments.Has("replacements") ? arguments.Flag("replacements") : settings.Replacements,
            Limit = arguments.Integer("limit") is { } limit ? (int)limit : settings.Limit,
            Style =
                request.Text("style") is not { } style ? settings.Style
                : style == "cards" ? DigestStyle.Cards
                : DigestStyle.Compact,
            Language = arguments.Has(CommonParameters.Language.Name) ? request.Locale.Tag : settings.Language,
        };

        IReadOnlyList<string> Words(string name, IReadOnlyList<string> before) =>
            !arguments.Has(name) ? before
            : arguments.Texts(name) is [var only] && PreferenceParameters.IsDefault(only) ? []
            : arguments.Texts(name);
    }

    /// <summary>The platform's id of a group; empty for nobody.</summary>
    private static Outcome<string> Role(Place place, string typed)
    {
        if (PreferenceParameters.IsDefault(typed))
            return "";
        if (place.Kind == PlaceKind.Direct)
            return Errors.UserInput("digest.role.place");
        return
            MentionList.Read(typed).ToList() is [{ IsId: true, Kind: MentionKind.Group or MentionKind.Bare } only]
            && only.Key.All(char.IsAsciiDigit)
            ? only.Key
            : Errors.UserInput("digest.role", Typed(typed));
    }

    private static (string, object?) Typed(string text) => ("typed", MarkdownText.Code(InputText.Shorten(text)));
}
