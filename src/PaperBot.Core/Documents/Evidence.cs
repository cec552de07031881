namespace PaperBot.Core.Documents;

/// <summary>A stretch of a document that bears on a question: one or a few passages that follow each other.</summary>
/// <param name="Document">The document.</param>
/// <param name="Passages">In reading order; at least one; neighbours in <see cref="PaperDocument.Passages"/>.</param>
/// <param name="Score">How much it bears on the question: greater is better, comparable inside one answer only.</param>
public sealed record Evidence(PaperDocument Document, IReadOnlyList<Passage> Passages, double Score);
