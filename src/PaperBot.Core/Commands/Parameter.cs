namespace PaperBot.Core.Commands;

/// <summary>
/// One parameter of a command. Its descriptions are texts under <c>command.&lt;name&gt;.parameter.&lt;parameter&gt;</c>.
/// </summary>
/// <param name="Name">Lower-case ASCII, as in <c>sort:date</c>.</param>
/// <param name="Kind">Its type.</param>
public sealed record Parameter(string Name, ParameterKind Kind = ParameterKind.Text)
{
    /// <summary>The longest text that is taken unless the parameter says otherwise, in characters.</summary>
    public const int DefaultMaxLength = 2_000;

    /// <summary>The most values that a parameter takes that takes many, unless it says otherwise.</summary>
    public const int DefaultMaxCount = 100;

    /// <summary>Whether the command needs it. Default: no.</summary>
    public bool Required { get; init; }

    /// <summary>
    /// Whether it may be given without its name. Positional parameters are filled in order; the last one takes all
    /// the words that remain. Default: no, it is written <c>name:value</c>.
    /// </summary>
    public bool Positional { get; init; }

    /// <summary>
    /// Whether it takes the rest of the line exactly as it stands, with quotes, colons, backslashes and line breaks,
    /// after the command's own <c>key:value</c> pairs. Only the last positional parameter may.
    /// </summary>
    public bool Verbatim { get; init; }

    /// <summary>Whether several values may be given; they are then a list of texts. Default: no.</summary>
    public bool Many { get; init; }

    /// <summary>Other names, for example in Chinese (<c>排除</c>).</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>For <see cref="ParameterKind.Choice"/>: the values, each described by <c>….choice.&lt;value&gt;</c>.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>The smallest number, or null.</summary>
    public double? Minimum { get; init; }

    /// <summary>The greatest number, or null.</summary>
    public double? Maximum { get; init; }

    /// <summary>The longest text in characters. Default <see cref="DefaultMaxLength"/>.</summary>
    public int MaxLength { get; init; } = DefaultMaxLength;

    /// <summary>The most values of a parameter that takes many. Default <see cref="DefaultMaxCount"/>.</summary>
    public int MaxCount { get; init; } = DefaultMaxCount;
}
