using BenchmarkDotNet.Running;
using PaperBot.Benchmarks.Campaigns;

// `-- campaign <name> [arguments]` runs a campaign; everything else goes to BenchmarkDotNet (`-- --filter '*Queue*'`).
if (args is not ["campaign", .. var rest])
{
    BenchmarkSwitcher.FromAssembly(typeof(CampaignTable).Assembly).Run(args);
    return 0;
}

if (rest is [var name, .. var arguments] && CampaignTable.Campaigns.TryGetValue(name, out var campaign))
    return await campaign(arguments);

await Console.Error.WriteLineAsync("Campaigns: " + string.Join(", ", CampaignTable.Campaigns.Keys.Order()));
return 1;
