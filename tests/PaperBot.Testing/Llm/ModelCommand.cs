using System.Globalization;

namespace PaperBot.Testing.Llm;

/// <summary><c>-- model [port] [fault]</c>: a simulated language model by hand.</summary>
internal static class ModelCommand
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var port = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 0;
        await using var model = await ModelSimulator.StartAsync(port);
        model.Pause = TimeSpan.FromMilliseconds(20);
        if (arguments.Length > 1)
            model.Always(Enum.Parse<ModelFault>(arguments[1], ignoreCase: true));
        var root = model.AnthropicEndpoint;
        Console.WriteLine($"A simulated model at {model.Endpoint}");
        Console.WriteLine($"Use it with --Llm:Model=simulated --Llm:Endpoint={model.Endpoint}");
        Console.WriteLine($"Let it misbehave with curl -X POST '{root}fault?name=cut&times=1', names: ");
        Console.WriteLine("  " + string.Join(", ", Enum.GetNames<ModelFault>()));
        Console.WriteLine($"What it was asked: {root}journal");
        await model.RunToEndAsync();
        return 0;
    }
}
