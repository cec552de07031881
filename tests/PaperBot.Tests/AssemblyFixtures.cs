using PaperBot.Testing.Storage;

[assembly: AssemblyFixture(typeof(PostgresCluster))]
