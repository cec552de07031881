using System.Globalization;
using System.Text;
using PaperBot.Core.Commands;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Routing.Parsing;

/// <summary>How a command is written, in Markdown: <c>`/paper &lt;paper&gt;`</c>. Chinese readers see its Chinese name.</summary>
internal sealed class UsageText(CommandSpec spec) : IFormattable
{
    /// <summary>The name under which readers of a language know a command, with its slash.</summary>
    public static string NameOf(CommandSpec spec, Locale locale)
    {
        var chinese = locale.IsChinese ? spec.Aliases.FirstOrDefault(a => InputText.IsHan(a[0])) : null;
        return "/" + (chinese ?? spec.Name);
    }

    /// <summary>The line without Markdown.</summary>
    public static string LineOf(CommandSpec spec, Locale locale)
    {
        var line = new StringBuilder(NameOf(spec, locale));
        foreach (var parameter in spec.Parameters)
        {
            var name =
                (locale.IsChinese ? parameter.Aliases.FirstOrDefault(a => InputText.IsHan(a[0])) : null)
                ?? parameter.Name;
            var value = parameter.Positional ? $"<{name}>" : $"{name}:{ValueOf(parameter)}";
            var more = parameter is { Positional: true, Many: true } ? " …" : "";
            line.Append(' ').Append(parameter.Required ? value + more : $"[{value}{more}]");
        }
        return line.ToString();
    }

    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        var chinese = formatProvider is CultureInfo culture && culture.TwoLetterISOLanguageName == "zh";
        return MarkdownText.Code(LineOf(spec, chinese ? Locale.Chinese : Locale.English));
    }

    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);

    private static string ValueOf(Parameter parameter) =>
        parameter.Kind switch
        {
            ParameterKind.Choice => string.Join('|', parameter.Choices.Select(c => c.Value)),
            ParameterKind.Boolean => "true|false",
            _ => "…",
        };
}
