using System.Text.Json.Nodes;
using PaperBot.Testing.Discord.Api;
using PaperBot.Testing.Discord.Gateway;
using PaperBot.Testing.Discord.World;

namespace PaperBot.Testing.Discord;

/// <summary>What people do in the simulated Discord.</summary>
public sealed class People
{
    private readonly SimWorld _world;
    private readonly GatewayHub _hub;
    private readonly InteractionFactory _interactions;

    internal People(SimWorld world, GatewayHub hub)
    {
        (_world, _hub) = (world, hub);
        _interactions = new InteractionFactory(world, hub);
    }

    /// <summary>Somebody writes.</summary>
    /// <param name="user">Who.</param>
    /// <param name="channel">Where.</param>
    /// <param name="text">What; <c>&lt;@id&gt;</c> mentions.</param>
    /// <param name="replyTo">The message that is answered.</param>
    public SimMessage Say(SimUser user, SimChannel channel, string text, SimMessage? replyTo = null)
    {
        lock (_world.Gate)
        {
            var body = new JsonObject { ["content"] = text };
            if (replyTo is not null)
                body["message_reference"] = new JsonObject { ["message_id"] = $"{replyTo.Id}" };
            return MessageFactory.Post(_world, _hub, channel, user, body, new Dictionary<int, UploadedFile>());
        }
    }

    /// <summary>Somebody writes to the bot alone.</summary>
    public SimMessage SayDirectly(SimUser user, string text)
    {
        SimChannel channel;
        lock (_world.Gate)
            channel = _world.DirectMessage(user);
        return Say(user, channel, text);
    }

    /// <summary>Somebody runs a slash command.</summary>
    /// <param name="user">Who.</param>
    /// <param name="channel">Where.</param>
    /// <param name="command">The command's name, and after spaces those of the commands below.</param>
    /// <param name="options">Parameters by name: text, number, truth value, or an id as text.</param>
    public SimInteraction Run(
        SimUser user,
        SimChannel channel,
        string command,
        params ReadOnlySpan<(string Name, object Value)> options
    )
    {
        lock (_world.Gate)
            return _interactions.Command(user, channel, command, options.ToArray(), focused: null);
    }

    /// <summary>Somebody types a parameter; the answer is in the interaction's choices.</summary>
    public SimInteraction Type(
        SimUser user,
        SimChannel channel,
        string command,
        string focused,
        params ReadOnlySpan<(string Name, object Value)> options
    )
    {
        lock (_world.Gate)
            return _interactions.Command(user, channel, command, options.ToArray(), focused);
    }

    /// <summary>Somebody uses a command from a message's menu.</summary>
    public SimInteraction RunOn(SimUser user, SimMessage message, string command)
    {
        lock (_world.Gate)
            return _interactions.MessageCommand(user, message, command);
    }

    /// <summary>Somebody presses a button or, with values, uses a menu.</summary>
    public SimInteraction Press(SimUser user, SimMessage message, string customId, params string[] values)
    {
        lock (_world.Gate)
            return _interactions.Press(user, message, customId, values);
    }

    /// <summary>Somebody presses the button with this label.</summary>
    public SimInteraction PressLabel(SimUser user, SimMessage message, string label)
    {
        var button = message.Components.First(c => Wire.Text(c["label"]) == label);
        return Press(user, message, Wire.Text(button["custom_id"])!);
    }

    /// <summary>Somebody fills in the form that an interaction opened.</summary>
    public SimInteraction Submit(SimInteraction opened, params ReadOnlySpan<(string CustomId, string Value)> values)
    {
        lock (_world.Gate)
            return _interactions.Submit(opened, values.ToArray().ToDictionary(v => v.CustomId, v => v.Value));
    }

    /// <summary>Somebody deletes a message.</summary>
    public void Delete(SimMessage message)
    {
        lock (_world.Gate)
            MessageFactory.Delete(_hub, message);
    }
}
