namespace PaperBot.Core.Commands;

/// <summary>
/// Parameters that every command takes beside its own; a parameter of the command with the same name or alias goes
/// before. Their texts are resources under <c>command.common.parameter.&lt;name&gt;</c>.
/// </summary>
public static class CommonParameters
{
    /// <summary>Only the asker sees the reply: <c>private:true</c>, <c>私密:是</c>.</summary>
    public static Parameter Private { get; } = new("private", ParameterKind.Boolean) { Aliases = ["私密"] };

    /// <summary>The language of this reply: <c>lang:zh</c>, <c>语言:英文</c>.</summary>
    public static Parameter Language { get; } =
        new("lang", ParameterKind.Choice)
        {
            Aliases = ["语言"],
            Choices =
            [
                new Choice("en", "english", "en-US", "英文", "英语"),
                new Choice("zh", "chinese", "zh-CN", "zh-TW", "中文", "汉语"),
            ],
        };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Parameter> All { get; } = [Private, Language];

    /// <summary>The parameter of that name or alias that a command understands: its own first, then a common one.</summary>
    public static Parameter? Find(CommandSpec spec, string name)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.Find(name)
            ?? All.FirstOrDefault(p =>
                spec.Find(p.Name) is null
                && (
                    p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
                    || p.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase)
                )
            );
    }
}
