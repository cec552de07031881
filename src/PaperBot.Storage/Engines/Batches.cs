using System.Globalization;
using System.Numerics;
using Dapper;

namespace PaperBot.Storage.Engines;

/// <summary>
/// Lists in SQL, written out as parameters in batches: the providers disagree about list parameters, and both bound the
/// number of parameters.
/// </summary>
internal static class Batches
{
    private const int Size = 512;

    /// <summary>
    /// Runs <paramref name="sql"/>, in which <c>@list</c> stands for <c>(@i0, @i1, …)</c>, and joins the rows.
    /// </summary>
    public static async Task<List<T>> ListInAsync<T>(
        this Session session,
        string sql,
        IEnumerable<string> list,
        params (string Name, object? Value)[] values
    )
    {
        var rows = new List<T>();
        foreach (var batch in list.Chunk(Size))
            rows.AddRange(await session.ListAsync<T>(Expand(sql, Padded(batch)), Parameters(batch, values)));
        return rows;
    }

    // Few different lengths make few different statements to prepare and to cache; the last value fills up.
    private static int Padded(string[] batch) => (int)BitOperations.RoundUpToPowerOf2((uint)batch.Length);

    private static string Expand(string sql, int count) =>
        sql.Replace(
            "@list",
            string.Create(
                CultureInfo.InvariantCulture,
                $"({string.Join(", ", Enumerable.Range(0, count).Select(Name))})"
            ),
            StringComparison.Ordinal
        );

    private static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"@i{i}");

    private static DynamicParameters Parameters(string[] batch, (string Name, object? Value)[] values)
    {
        var parameters = new DynamicParameters();
        for (var i = 0; i < Padded(batch); i++)
            parameters.Add(Name(i), batch[Math.Min(i, batch.Length - 1)]);
        foreach (var (name, value) in values)
            parameters.Add(name, value);
        return parameters;
    }
}
