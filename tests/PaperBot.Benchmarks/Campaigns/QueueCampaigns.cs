using System.Globalization;
using PaperBot.Testing.Queues;

namespace PaperBot.Benchmarks.Campaigns;

/// <summary><c>-- campaign queue [runs] [first seed]</c>: the queue's promises on the manual clock, many times over.</summary>
internal static class QueueCampaigns
{
    private const int Items = 1000;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var runs = Number(arguments, 0, 20);
        var seed = Number(arguments, 1, 1);
        var kept = true;
        foreach (var faults in new[] { 0.0, 0.2 })
        {
            await Console.Out.WriteLineAsync(
                $"{Items} items, {faults:P0} of the answers 429, 406, 503 or cut, one request per 3 s"
            );
            var results = new List<QueueCampaignResult>();
            for (var i = 0; i < runs; i++)
            {
                var result = new QueueCampaign(Items, faults, seed + i).Run();
                results.Add(result);
                kept &= IsKept(result);
                await Console.Out.WriteLineAsync((IsKept(result) ? "  ok     " : "  BROKEN ") + result);
            }

            await Console.Out.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  worst of {runs}: utilisation {results.Min(result => result.Utilisation):P2}, smallest gap {results.Min(result => result.SmallestGap).TotalSeconds:F3} s, {results.Sum(result => result.Failed)} of {runs * Items} items failed with a reason"
                )
            );
        }

        return kept ? 0 : 1;
    }

    private static bool IsKept(QueueCampaignResult result) =>
        result.Utilisation >= 0.99
        && result.SmallestGap >= TimeSpan.FromSeconds(3)
        && result.MostAtOnce == 1
        && result.Answered + result.Failed == Items;

    private static int Number(string[] arguments, int index, int otherwise) =>
        arguments.Length > index ? int.Parse(arguments[index], CultureInfo.InvariantCulture) : otherwise;
}
