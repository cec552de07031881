using System.Runtime.CompilerServices;

namespace PaperBot.Testing;

/// <summary>
/// Data that nobody of this project wrote: recorded answers, published vectors, corpora. It lies outside the repository
/// (<c>PAPERBOT_TEST_DATA</c>, else <c>../shared/data</c> beside it); a test that needs an absent file is skipped visibly.
/// </summary>
public static class TestData
{
    /// <summary>The repository's root: the folder of the solution file.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>The folder of the data, whether it exists or not.</summary>
    public static string Root { get; } =
        Environment.GetEnvironmentVariable("PAPERBOT_TEST_DATA") is { Length: > 0 } root
            ? Path.GetFullPath(root)
            : Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared", "data"));

    /// <summary>The full path of a file or folder below <see cref="Root"/>; skips the test when it is absent.</summary>
    public static string Require(params ReadOnlySpan<string> parts)
    {
        var path = Find(parts);
        Assert.SkipWhen(path is null, $"No test data at {Path.Combine([Root, .. parts])}.");
        return path!;
    }

    /// <summary>The full path of a file or folder below <see cref="Root"/>; null when it is absent.</summary>
    public static string? Find(params ReadOnlySpan<string> parts)
    {
        var path = Path.Combine([Root, .. parts]);
        return Path.Exists(path) ? path : null;
    }

    private static string FindRoot([CallerFilePath] string source = "")
    {
        foreach (var start in (string?[])[AppContext.BaseDirectory, Path.GetDirectoryName(source)])
        {
            for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
            {
                if (File.Exists(Path.Combine(folder, "PaperBot.sln")))
                    return folder;
            }
        }

        throw new InvalidOperationException("No PaperBot.sln above the test binaries.");
    }
}
