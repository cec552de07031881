namespace PaperBot.Upstreams.Arxiv;

/// <summary>Namespaces of arXiv's answers.</summary>
internal static class AtomNames
{
    public const string Atom = "http://www.w3.org/2005/Atom";
    public const string Arxiv = "http://arxiv.org/schemas/atom";
    public const string OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";
    public const string DublinCore = "http://purl.org/dc/elements/1.1/";
}
