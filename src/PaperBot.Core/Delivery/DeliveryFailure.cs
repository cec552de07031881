namespace PaperBot.Core.Delivery;

/// <summary>Why a post failed.</summary>
public enum DeliveryFailure
{
    /// <summary>The platform is down or asks for patience.</summary>
    Unavailable,

    /// <summary>The bot may not post there.</summary>
    Forbidden,

    /// <summary>The place is gone.</summary>
    Gone,

    /// <summary>The platform refuses the content.</summary>
    Rejected,
}
