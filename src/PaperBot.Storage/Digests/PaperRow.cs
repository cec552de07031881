using PaperBot.Core.Digests;
using PaperBot.Core.Papers;

namespace PaperBot.Storage.Digests;

/// <summary>A row of <c>digest_papers</c>.</summary>
internal sealed class PaperRow
{
    public const string Select =
        "SELECT paper_key AS PaperKey, day AS Day, part AS Part, paper AS Paper, type AS Type, "
        + "announced AS Announced, position AS Position, reasons AS Reasons FROM digest_papers ";

    public string PaperKey { get; init; } = "";

    public long Day { get; init; }

    public long Part { get; init; }

    public string Paper { get; init; } = "";

    public long Type { get; init; }

    public long Announced { get; init; }

    public long Position { get; init; }

    public string Reasons { get; init; } = "";

    public DeliveredPaper Read(string subscription) =>
        new(PaperKey, ArxivId.Parse(Paper), (AnnounceType)Type, StoredDay.Read(Announced), (int)Position, Reasons)
        {
            Delivery = new DeliveryId(subscription, StoredDay.Read(Day), (int)Part),
        };
}
