using PaperBot.Testing.Arxiv;

// The simulators by hand: one line per verb.
return args is [var verb, .. var rest]
    ? verb switch
    {
        "arxiv" => await ArxivCommand.RunAsync(rest),
        _ => Unknown(verb),
    }
    : Unknown("");

static int Unknown(string verb)
{
    Console.Error.WriteLine($"No simulator '{verb}'; there is: arxiv.");
    return 2;
}
