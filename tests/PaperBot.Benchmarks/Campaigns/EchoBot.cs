using PaperBot.Discord;

namespace PaperBot.Benchmarks.Campaigns;

/// <summary>The least bot there is, on PaperBot's client: one command, answered at once.</summary>
internal static class EchoBot
{
    public const string Command = "echo";

    /// <summary>Registers its command and answers until it is stopped.</summary>
    public static async Task RunAsync(DiscordClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        var application = await client.Applications.GetMeAsync(cancellationToken);
        await client.Applications.OverwriteCommandsAsync(
            application.Id,
            [new ApplicationCommand { Name = Command, Description = "Answers at once" }],
            cancellationToken
        );
        await client.Gateway.RunAsync(
            (received, stopping) =>
            {
                if (received.Data is Interaction interaction)
                    _ = Task.Run(() => AnswerAsync(client, interaction, stopping), stopping);
                return ValueTask.CompletedTask;
            },
            cancellationToken
        );
    }

    private static Task AnswerAsync(
        DiscordClient client,
        Interaction interaction,
        CancellationToken cancellationToken
    ) =>
        client.Interactions.RespondAsync(
            interaction,
            InteractionResponse.Reply(new InteractionMessage { Content = "Here is the answer." }),
            cancellationToken: cancellationToken
        );
}
