namespace PaperBot.Handlers.Routing.FreeText;

/// <summary>The order of the rules, with room between for those that later features bring.</summary>
internal static class RuleOrder
{
    /// <summary>The value that a command waits for.</summary>
    public const int Asked = 50;

    /// <summary>A number after numbered choices.</summary>
    public const int Choice = 100;

    /// <summary>A command's Chinese name without a sign.</summary>
    public const int Name = 150;

    /// <summary>Identifiers and links of papers.</summary>
    public const int Papers = 200;

    /// <summary>Text with a sign in front, as <c>=</c>.</summary>
    public const int Sign = 300;

    /// <summary>Hello, thanks, help.</summary>
    public const int Greeting = 400;

    /// <summary>Questions; kept free for the feature that answers them.</summary>
    public const int Question = 500;

    /// <summary>Whatever is left.</summary>
    public const int Anything = 1_000;
}
