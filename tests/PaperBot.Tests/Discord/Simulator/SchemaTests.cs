using System.Text.Json.Nodes;
using PaperBot.Testing;
using PaperBot.Testing.Discord.Schemas;

namespace PaperBot.Tests.Discord.Simulator;

public sealed class SchemaTests
{
    private static readonly Dictionary<string, string> NoQuery = [];

    [Theory]
    [InlineData("""{"content":"x"}""", null)]
    [InlineData("""{"content":"x","flags":"4"}""", null)]
    [InlineData("""{"content":"x","colour":1}""", "$: unknown property colour")]
    [InlineData("""{"content":1}""", "$.content: 1 is not of type [\"string\",\"null\"]")]
    [InlineData("""{"embeds":[{"title":"x","descripton":"y"}]}""", "$.embeds[0]: unknown property descripton")]
    [InlineData("""{"components":[{"type":1,"components":[{"type":2,"style":1,"custom_id":"a"}]}]}""", null)]
    [InlineData(
        """{"components":[{"type":1,"components":[{"type":2,"style":1,"custom_id":"a","lable":"b"}]}]}""",
        "$.components[0].components[0]: unknown property lable"
    )]
    [InlineData("""{"allowed_mentions":{"parse":["users"],"user":[]}}""", "$.allowed_mentions: unknown property user")]
    public void A_message_is_held_against_the_description(string json, string? problem)
    {
        var description = OpenApiDescription.Load(TestData.Require("discord", "openapi.json"));

        var problems = description.Check("POST", "channels/1/messages", NoQuery, JsonNode.Parse(json))!;

        problems.ShouldBe(problem is null ? [] : [problem]);
    }

    [Fact]
    public void Queries_and_routes_are_held_against_the_description()
    {
        var description = OpenApiDescription.Load(TestData.Require("discord", "openapi.json"));

        description.Operations.ShouldBeGreaterThan(200);
        description.Check("GET", "channels/1/no-such-thing", NoQuery, null).ShouldBeNull();
        description
            .Check("GET", "channels/1/messages", new Dictionary<string, string> { ["limit"] = "100" }, null)!
            .ShouldBeEmpty();
        description
            .Check("GET", "channels/1/messages", new Dictionary<string, string> { ["first"] = "1" }, null)!
            .ShouldBe(["?: unknown property first"]);
    }

    [Theory]
    [InlineData("""{"op":1,"d":null}""", true)]
    [InlineData("""{"op":1,"d":7}""", true)]
    [InlineData("""{"op":1,"d":7,"x":1}""", false)]
    [InlineData("""{"op":6,"d":{"token":"t","session_id":"s","seq":1}}""", true)]
    [InlineData("""{"op":6,"d":{"token":"t","session_id":"s"}}""", false)]
    [InlineData("""{"op":2,"d":{"token":"t","intents":1,"properties":{"os":"a","browser":"b","device":"c"}}}""", true)]
    [InlineData("""{"op":2,"d":{"token":"t","intents":1,"properties":{},"guild_subscriptions":true}}""", false)]
    [InlineData("""{"op":99}""", false)]
    public void A_frame_is_held_against_the_gateways_schemas(string json, bool valid)
    {
        var schemas = GatewaySchemas.Load(TestData.Require("discord", "gateway"));

        (schemas.CheckSent(JsonNode.Parse(json)!.AsObject()).Count == 0).ShouldBe(valid);
    }
}
