namespace PaperBot.Platforms.Web.Views;

/// <summary>A task with an example to try.</summary>
internal sealed record ExampleView(string Title, string Line);
