using System.Globalization;
using System.Text;
using PaperBot.Discord;

namespace PaperBot.Platforms.Discord.Registration;

/// <summary>
/// What a set of commands says, as text: what Discord adds of its own (ids, versions) and different ways to write
/// nothing leave it the same.
/// </summary>
internal static class CommandSignature
{
    public static string Of(IEnumerable<ApplicationCommand> commands)
    {
        var text = new StringBuilder();
        foreach (var command in commands.OrderBy(c => c.Type).ThenBy(c => c.Name, StringComparer.Ordinal))
        {
            Field(text, "command", (int)(command.Type ?? ApplicationCommandType.ChatInput));
            Named(text, command.Name, command.NameLocalizations, command.Description, command.DescriptionLocalizations);
            Field(text, "rights", command.DefaultMemberPermissions is { } rights ? (ulong)rights : null);
            Field(text, "nsfw", command.Nsfw is true ? 1 : null);
            Field(text, "installs", Joined(command.IntegrationTypes?.Select(type => (int)type)));
            Field(text, "contexts", Joined(command.Contexts?.Select(type => (int)type)));
            Options(text, command.Options);
        }
        return text.ToString();
    }

    private static void Options(StringBuilder text, IReadOnlyList<CommandOption>? options)
    {
        foreach (var option in options ?? [])
        {
            Field(text, "(", (int)option.Type);
            Named(text, option.Name, option.NameLocalizations, option.Description, option.DescriptionLocalizations);
            Field(text, "required", option.Required is true ? 1 : null);
            Field(text, "completes", option.Autocomplete is true ? 1 : null);
            Field(text, "min", option.MinValue);
            Field(text, "max", option.MaxValue);
            Field(text, "shortest", option.MinLength);
            Field(text, "longest", option.MaxLength);
            foreach (var choice in option.Choices ?? [])
            {
                Named(text, choice.Name, choice.NameLocalizations, null, null);
                Field(text, "value", choice.Value.ToString());
            }
            Options(text, option.Options);
            text.Append(")\n");
        }
    }

    private static void Named(
        StringBuilder text,
        string name,
        IReadOnlyDictionary<string, string>? names,
        string? description,
        IReadOnlyDictionary<string, string>? descriptions
    )
    {
        Field(text, "name", name);
        Field(text, "names", Joined(names));
        Field(text, "description", description is "" ? null : description);
        Field(text, "descriptions", Joined(descriptions));
    }

    private static string? Joined(IEnumerable<int>? numbers) =>
        numbers is null ? null : string.Join(',', numbers.Order());

    private static string? Joined(IReadOnlyDictionary<string, string>? table) =>
        table is null or { Count: 0 }
            ? null
            : string.Join(
                '|',
                table.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}")
            );

    private static void Field(StringBuilder text, string name, object? value)
    {
        if (value is not null)
            text.Append(CultureInfo.InvariantCulture, $"{name} {value}\n");
    }
}
