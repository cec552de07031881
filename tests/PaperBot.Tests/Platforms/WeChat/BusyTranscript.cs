using PaperBot.Core.Conversations;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;

namespace PaperBot.Tests.Platforms.WeChat;

/// <summary>A transcript of one conversation that is out of order when the test says so.</summary>
internal sealed class BusyTranscript : ITranscriptStore
{
    private readonly List<TranscriptEntry> _entries = [];

    public bool IsBusy { get; set; }

    public Task<(TranscriptEntry Entry, bool IsNew)> AppendAsync(
        TranscriptDraft draft,
        CancellationToken cancellationToken
    )
    {
        Check();
        var number = _entries.Count + 1;
        var entry = new TranscriptEntry(
            draft.Conversation,
            draft.Id,
            number,
            number,
            draft.Kind,
            draft.Payload,
            draft.Person,
            draft.At
        );
        _entries.Add(entry);
        return Task.FromResult((entry, true));
    }

    public Task<TranscriptEntry?> ReplaceAsync(
        ConversationId conversation,
        string id,
        string kind,
        string payload,
        CancellationToken cancellationToken
    )
    {
        Check();
        var at = _entries.FindIndex(entry => entry.Id == id);
        _entries[at] = _entries[at] with { Kind = kind, Payload = payload };
        return Task.FromResult<TranscriptEntry?>(_entries[at]);
    }

    public Task<IReadOnlyList<TranscriptEntry>> ReadLatestAsync(
        ConversationId conversation,
        long? before,
        int most,
        CancellationToken cancellationToken
    )
    {
        Check();
        return Task.FromResult<IReadOnlyList<TranscriptEntry>>([.. _entries]);
    }

    public Task<TranscriptEntry?> FindAsync(
        ConversationId conversation,
        string id,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<IReadOnlyList<TranscriptEntry>> ReadAfterAsync(
        ConversationId conversation,
        long change,
        int most,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<IReadOnlyList<TranscriptHead>> ListAsync(
        PersonId person,
        int most,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<int> ClearAsync(ConversationId conversation, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    private void Check()
    {
        if (IsBusy)
            throw new StorageException(Errors.UpstreamDown("storage", null));
    }
}
