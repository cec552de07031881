using System.Globalization;
using PaperBot.Search.Index;

namespace PaperBot.Benchmarks.Campaigns;

/// <summary>
/// <c>campaign search-scale [most]</c>: made documents, half English and half Chinese with words of Zipf's frequencies,
/// from 1,000 up to <c>most</c> (100,000); for each size the time to build, bytes, memory, and the time of 500 searches
/// after the first 50, in which code is compiled and frequent terms are counted. <c>campaign search-scale N only</c> is
/// one size. The processor's time stands beside the clock's, because it does not grow when others use the machine.
/// Prints a table and writes <c>search-scale.tsv</c> beside it for a plot.
/// </summary>
internal static class SearchScale
{
    private const int Seed = 20_261_125;
    private const int Searches = 500;
    private const int First = 50;
    private const int Wanted = 200;
    private const int WordsPerDocument = 150;
    private const int Vocabulary = 60_000;
    internal const string Characters =
        "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严";

    public static async Task<int> RunAsync(string[] arguments)
    {
        var most = arguments is [var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : 100_000;
        var rows = new List<string>
        {
            "documents\tbuild_s\tmegabytes\tworking_set_mb\tp50_ms\tp99_ms\tbuild_cpu_s\tp50_cpu_ms\tp99_cpu_ms",
        };
        await Console.Out.WriteLineAsync(rows[0]);
        var sizes = arguments is [_, "only"] ? [most] : Sizes(most);
        foreach (var size in sizes)
        {
            rows.Add(Measure(size));
            await Console.Out.WriteLineAsync(rows[^1]);
        }
        if (sizes.Count() > 1)
            await File.WriteAllLinesAsync("search-scale.tsv", rows);
        return 0;
    }

    private static IEnumerable<int> Sizes(int most)
    {
        for (var size = 1_000; size < most; size *= 10)
        {
            yield return size;
            if (size * 3 < most)
                yield return size * 3;
        }
        yield return most;
    }

    private static string Measure(int size)
    {
        var folder = Directory.CreateTempSubdirectory("paperbot-scale-");
        try
        {
            var path = Path.Combine(folder.FullName, "scale.index");
            var time = TimeProvider.System;
            using var index = new FtsIndex(path);
            var random = new Random(Seed);
            var words = new MadeWords(random, Vocabulary, Characters);
            var (spent, worked) = (TimeSpan.Zero, TimeSpan.Zero);
            for (var done = 0; done < size; )
            {
                var batch = Enumerable
                    .Range(done, Math.Min(1_000, size - done))
                    .Select(i => Document(i, words))
                    .ToList();
                var began = time.GetTimestamp();
                var cpu = Environment.CpuUsage.TotalTime;
                index.Add(batch);
                worked += Environment.CpuUsage.TotalTime - cpu;
                spent += time.GetElapsedTime(began);
                done += batch.Count;
            }
            var (milliseconds, processor) = (new List<double>(), new List<double>());
            for (var i = 0; i < First + Searches; i++)
            {
                var question = words.Text(i % 2 == 0, 4 + random.Next(8));
                var began = time.GetTimestamp();
                var cpu = Environment.CpuUsage.TotalTime;
                index.Search(question, Wanted);
                if (i < First)
                    continue;
                processor.Add((Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
                milliseconds.Add(time.GetElapsedTime(began).TotalMilliseconds);
            }
            milliseconds.Sort();
            processor.Sort();
            var bytes = folder.EnumerateFiles().Sum(file => file.Length) / 1e6;
            var memory = Environment.WorkingSet / 1e6;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{size}\t{spent.TotalSeconds:F1}\t{bytes:F0}\t{memory:F0}\t{At(milliseconds, 50):F1}\t{At(milliseconds, 99):F1}\t{worked.TotalSeconds:F1}\t{At(processor, 50):F1}\t{At(processor, 99):F1}"
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double At(List<double> sorted, int percent) => sorted[sorted.Count * percent / 100];

    private static IndexedDocument Document(int number, MadeWords words) =>
        new(number.ToString(CultureInfo.InvariantCulture))
        {
            Title = words.Text(number % 2 == 0, 9),
            Body = words.Text(number % 2 == 0, WordsPerDocument),
        };
}
