namespace PaperBot.Tests.Storage;

public sealed class PostgresHealthTests(PostgresHome home) : StorageHealthTests, IClassFixture<PostgresHome>
{
    protected override StorageHome Home => home;

    protected override string Engine => "PostgreSQL";
}
