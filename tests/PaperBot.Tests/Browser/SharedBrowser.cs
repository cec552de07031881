using PaperBot.Testing.Browser;

namespace PaperBot.Tests.Browser;

/// <summary>The tests that share one Chromium, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class SharedBrowser : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}
