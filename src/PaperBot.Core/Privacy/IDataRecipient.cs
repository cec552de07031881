namespace PaperBot.Core.Privacy;

/// <summary>An outside service that reads something of what people ask; <c>/privacy</c> lists them.</summary>
public interface IDataRecipient
{
    /// <summary>The text that says who reads what: <c>privacy.recipient.&lt;name&gt;</c>.</summary>
    string Name { get; }

    /// <summary>The host that is asked, as configured; empty when none is, and then it is not listed.</summary>
    string Host { get; }
}
