using System.Reflection;

namespace PaperBot.Core.Texts;

/// <summary>An assembly whose embedded resources (<c>Texts.resx</c> of each feature folder) hold texts for users.</summary>
/// <param name="Assembly">The assembly; its satellite <c>zh-Hans</c> holds the Chinese.</param>
public sealed record TextSource(Assembly Assembly);
