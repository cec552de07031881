using PaperBot.Core.Commands;
using PaperBot.Handlers;

namespace PaperBot.Tests.Architecture;

public sealed class NameTests
{
    [Theory]
    [InlineData(typeof(CommandSpec))]
    [InlineData(typeof(HandlersServices))]
    public void No_platform_has_its_name_in_a_type_of_core_or_the_handlers(Type inAssembly)
    {
        ArgumentNullException.ThrowIfNull(inAssembly);
        string[] platforms = ["Discord", "WeChat", "Weixin", "WeCom", "Telegram", "Slack"];

        var found = inAssembly
            .Assembly.GetTypes()
            .Select(type => type.FullName!)
            .Where(name => platforms.Any(platform => name.Contains(platform, StringComparison.OrdinalIgnoreCase)));

        found.ShouldBeEmpty();
    }

    [Fact]
    public void Core_uses_nothing_of_the_bots_other_projects()
    {
        typeof(CommandSpec)
            .Assembly.GetReferencedAssemblies()
            .Select(name => name.Name)
            .ShouldAllBe(name => name!.StartsWith("System", StringComparison.Ordinal));
    }
}
