namespace PaperBot.Benchmarks.Evaluation;

internal sealed record RetrievalQuery(string Id, string Text);
