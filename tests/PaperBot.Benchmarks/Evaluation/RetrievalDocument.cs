namespace PaperBot.Benchmarks.Evaluation;

internal sealed record RetrievalDocument(string Id, string Title, string Text);
