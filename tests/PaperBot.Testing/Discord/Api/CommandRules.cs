using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PaperBot.Testing.Discord.World;

namespace PaperBot.Testing.Discord.Api;

/// <summary>The limits of commands that stand in the documentation's text.</summary>
internal static partial class CommandRules
{
    private static readonly string[] Locales =
    [
        "id",
        "da",
        "de",
        "en-GB",
        "en-US",
        "es-ES",
        "es-419",
        "fr",
        "hr",
        "it",
        "lt",
        "hu",
        "nl",
        "no",
        "pl",
        "pt-BR",
        "ro",
        "fi",
        "sv-SE",
        "vi",
        "tr",
        "cs",
        "el",
        "bg",
        "ru",
        "uk",
        "hi",
        "th",
        "zh-CN",
        "ja",
        "zh-TW",
        "ko",
    ];

    public static void Check(IReadOnlyList<JsonObject> commands)
    {
        var kinds = commands.GroupBy(Kind).ToDictionary(g => g.Key, g => g.Count());
        if (kinds.GetValueOrDefault(1) > 100 || kinds.GetValueOrDefault(2) > 15 || kinds.GetValueOrDefault(3) > 15)
            throw new ApiException(400, 30032, "Maximum number of application commands reached");
        if (commands.GroupBy(c => (Kind(c), Wire.Text(c["name"]))).Any(g => g.Count() > 1))
            throw Wrong("name", "APPLICATION_COMMANDS_DUPLICATE_NAME");
        foreach (var command in commands)
            Check(command);
    }

    private static void Check(JsonObject command)
    {
        var slash = Kind(command) == 1;
        CheckName(command, slash);
        var description = Wire.Text(command["description"]) ?? "";
        if (slash ? Wire.Length(description) is < 1 or > 100 : description.Length > 0)
            throw Wrong("description", "BASE_TYPE_BAD_LENGTH");
        CheckOptions(command);
        if (Weight(command) > 8000)
            throw Wrong("name", "APPLICATION_COMMAND_TOO_LARGE");
    }

    private static void CheckOptions(JsonObject owner)
    {
        var options = Wire.Objects(owner["options"]).ToArray();
        if (options.Length > 25 || options.Select(o => Wire.Text(o["name"])).Distinct().Count() != options.Length)
            throw Wrong("options", "BASE_TYPE_MAX_LENGTH");
        var optional = false;
        foreach (var option in options)
        {
            CheckName(option, slash: true);
            if (Wire.Length(Wire.Text(option["description"])) is < 1 or > 100)
                throw Wrong("options", "BASE_TYPE_BAD_LENGTH");
            var required = Wire.Flag(option["required"]);
            if (required && optional)
                throw Wrong("options", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID");
            optional |= !required && Wire.Number(option["type"]) > 2;
            var choices = Wire.Objects(option["choices"]).ToArray();
            if (choices.Length > 25 || (choices.Length > 0 && Wire.Flag(option["autocomplete"])))
                throw Wrong("options", "APPLICATION_COMMAND_CHOICES_INVALID");
            foreach (var choice in choices)
            {
                if (Wire.Length(Wire.Text(choice["name"])) is < 1 or > 100 || Wire.Length(Text(choice["value"])) > 100)
                    throw Wrong("options", "BASE_TYPE_BAD_LENGTH");
            }

            CheckOptions(option);
        }
    }

    private static void CheckName(JsonObject named, bool slash)
    {
        var names = (named["name_localizations"] as JsonObject ?? []).Select(l => Wire.Text(l.Value));
        foreach (var name in names.Prepend(Wire.Text(named["name"])))
        {
            var ok = slash
                ? name is not null && SlashName().IsMatch(name) && !name.Any(char.IsUpper)
                : Wire.Length(name) is >= 1 and <= 32;
            if (!ok)
                throw Wrong("name", "APPLICATION_COMMAND_INVALID_NAME");
        }

        foreach (var table in (string[])["name_localizations", "description_localizations"])
        {
            if ((named[table] as JsonObject ?? []).Any(l => !Locales.Contains(l.Key)))
                throw Wrong(table, "UNKNOWN_LOCALE");
        }
    }

    /// <summary>Names, descriptions and values, the longest localisation of each.</summary>
    private static int Weight(JsonObject node) =>
        Longest(node, "name")
        + Longest(node, "description")
        + Wire.Objects(node["options"]).Sum(Weight)
        + Wire.Objects(node["choices"]).Sum(choice => Longest(choice, "name") + Wire.Length(Text(choice["value"])));

    private static int Longest(JsonObject node, string name) =>
        (node[name + "_localizations"] as JsonObject ?? [])
            .Select(l => Wire.Length(Wire.Text(l.Value)))
            .Append(Wire.Length(Wire.Text(node[name])))
            .Max();

    private static int Kind(JsonObject command) => command["type"] is null ? 1 : (int)Wire.Number(command["type"]);

    private static string? Text(JsonNode? value) => value?.ToString();

    private static ApiException Wrong(string field, string code) => ApiException.Form(field, code, code);

    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}$", RegexOptions.None, 1000)]
    private static partial Regex SlashName();
}
