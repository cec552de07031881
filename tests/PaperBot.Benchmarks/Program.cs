using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using PaperBot.Benchmarks.Campaigns;
using PaperBot.Benchmarks.Evaluation;

// `-- search-eval <folder>` measures the search, `-- evidence-eval <file>` the finder of evidence,
// `-- campaign <name> [arguments]` runs a campaign; everything else goes to BenchmarkDotNet (`-- --filter *Queue*`).
if (args is ["search-eval", .. var evaluation])
    return await SearchEval.RunAsync(evaluation);

if (args is ["evidence-eval", .. var questions])
    return await EvidenceEval.RunAsync(questions);

if (args is not ["campaign", .. var rest])
{
    // Each benchmark is built as a project of its own, which takes longer than the default of two minutes when all
    // cores are busy.
    var config = ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(15));
    BenchmarkSwitcher.FromAssembly(typeof(CampaignTable).Assembly).Run(args, config);
    return 0;
}

if (rest is [var name, .. var arguments] && CampaignTable.Campaigns.TryGetValue(name, out var campaign))
    return await campaign(arguments);

await Console.Error.WriteLineAsync("Campaigns: " + string.Join(", ", CampaignTable.Campaigns.Keys.Order()));
return 1;
