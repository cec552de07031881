namespace PaperBot.Tests.Storage;

public sealed class PostgresPersonalDataTests(PostgresHome home) : PersonalDataTests, IClassFixture<PostgresHome>
{
    protected override StorageHome Home => home;

    protected override string ColumnsNamedPerson =>
        "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'person'";
}
