using System.Globalization;

namespace PaperBot.Testing.Blogs;

/// <summary><c>-- blog [articles] [port]</c>: a simulated blog by hand.</summary>
internal static class BlogCommand
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var articles = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 1_000;
        var port = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 0;
        await using var blog = await BlogSimulator.StartAsync(new BlogPlan(articles), port);
        Console.WriteLine($"A blog of {articles} articles at {blog.Address}");
        Console.WriteLine("Read it with --Blogs:AllowPrivateAddresses=true and /blog source add " + blog.Address);
        await blog.RunToEndAsync();
        return 0;
    }
}
