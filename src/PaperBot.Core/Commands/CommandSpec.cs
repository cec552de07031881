using PaperBot.Core.Replies;

namespace PaperBot.Core.Commands;

/// <summary>
/// All that platforms and the router know of a command. Its texts are resources under <c>command.&lt;name&gt;</c> with
/// dots for the spaces in the name: <c>.description</c> (≤ 100 characters), <c>.parameter.&lt;p&gt;</c> (≤ 100
/// characters), <c>.examples</c> (a command line per line), and optionally <c>.more</c> (a paragraph for
/// <c>/help &lt;command&gt;</c>).
/// </summary>
/// <param name="Name">The path: <c>paper</c>, <c>arxiv new</c>, <c>blog source add</c>; lower-case ASCII, at most three words.</param>
public sealed record CommandSpec(string Name)
{
    /// <summary>The time that a command has by default: 20 s.</summary>
    public static readonly TimeSpan DefaultBudget = TimeSpan.FromSeconds(20);

    /// <summary>In positional order; required ones first.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>Other paths by which text finds the command: <c>论文</c>, <c>今日</c>, <c>日报 订阅</c>.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Who may use it. Default: everyone.</summary>
    public WhoMay WhoMay { get; init; } = WhoMay.Everyone;

    /// <summary>
    /// How long a caller waits before being told that it takes longer. Platforms defer when it is more than they
    /// allow for a first answer. Default <see cref="DefaultBudget"/>.
    /// </summary>
    public TimeSpan Budget { get; init; } = DefaultBudget;

    /// <summary>Who sees the reply unless the person asks for <c>private:true</c>. Default: everybody in the place.</summary>
    public Visibility Visibility { get; init; } = Visibility.Public;

    /// <summary>Whether help and platforms list it. Default: yes.</summary>
    public bool Listed { get; init; } = true;

    /// <summary>
    /// Whether doing it twice is doing it once, so that it may be run again after a crash. Default: yes. A command
    /// that is not says so to its asker after a crash instead of being run again.
    /// </summary>
    public bool Idempotent { get; init; } = true;

    /// <summary>Whether it costs money or a share of a scarce model; owners may restrict such commands. Default: no.</summary>
    public bool Costly { get; init; }

    /// <summary>The resource prefix of the command's texts.</summary>
    public string TextKey => "command." + Name.Replace(' ', '.');

    /// <summary>The parameter of that name or alias, or null.</summary>
    public Parameter? Find(string name) =>
        Parameters.FirstOrDefault(p =>
            p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
            || p.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase)
        );
}
