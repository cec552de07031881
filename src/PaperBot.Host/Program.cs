using PaperBot.Host.Cli;

return await Verbs.RunAsync(args, Terminal.OfThisProcess);
