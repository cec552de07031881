using PaperBot.Core.Texts;

namespace PaperBot.Host.Cli;

/// <summary>
/// What the command line says. Options stand before or after the verb; <c>--Section:Key=value</c> sets the
/// configuration; everything behind <c>--</c> is taken as it stands.
/// </summary>
internal sealed record CliArguments
{
    /// <summary>The first word that is no option; empty: serve.</summary>
    public string Verb { get; private set; } = "";

    /// <summary>The words behind the verb.</summary>
    public List<string> Words { get; } = [];

    public bool Samples { get; private set; }

    public bool Json { get; private set; }

    public bool Help { get; private set; }

    public bool Version { get; private set; }

    public Locale? Locale { get; private set; }

    public string? Conversation { get; private set; }

    /// <summary>Settings of the configuration, as <c>Section:Key</c> and value.</summary>
    public Dictionary<string, string?> Settings { get; } = [];

    /// <summary>What is wrong with the line; null when nothing is.</summary>
    public Message? Mistake { get; private set; }

    public static CliArguments Parse(IReadOnlyList<string> arguments)
    {
        var parsed = new CliArguments();
        for (var i = 0; i < arguments.Count && parsed.Mistake is null; i++)
        {
            if (arguments[i] == "--")
            {
                foreach (var word in arguments.Skip(i + 1))
                    parsed.AddWord(word);
                break;
            }
            i += parsed.Take(arguments[i], i + 1 < arguments.Count ? arguments[i + 1] : null);
        }
        return parsed;
    }

    // Returns how many further arguments were used.
    private int Take(string argument, string? next)
    {
        switch (argument)
        {
            case "--samples":
                Samples = true;
                return 0;
            case "--json":
                Json = true;
                return 0;
            case "--help" or "-h":
                Help = true;
                return 0;
            case "--version":
                Version = true;
                return 0;
            case "--locale" or "--conversation" when next is null:
                Mistake = Message.Of("cli.value", ("option", argument));
                return 0;
            case "--locale":
                TakeLocale(next!);
                return 1;
            case "--conversation":
                Conversation = next;
                return 1;
        }
        if (argument.StartsWith("--", StringComparison.Ordinal))
            TakeSetting(argument);
        else
            AddWord(argument);
        return 0;
    }

    private void TakeLocale(string text)
    {
        if (Core.Texts.Locale.TryParse(text, out var locale))
            Locale = locale;
        else
            Mistake = Message.Of("cli.locale", ("word", text));
    }

    private void TakeSetting(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? argument[2..] : argument[2..equals];
        if (equals > 0 && name.Contains(':', StringComparison.Ordinal))
            Settings[name] = argument[(equals + 1)..];
        else
            Mistake = Message.Of("cli.option", ("option", argument));
    }

    private void AddWord(string word)
    {
        if (Verb.Length == 0)
            Verb = word;
        else
            Words.Add(word);
    }
}
