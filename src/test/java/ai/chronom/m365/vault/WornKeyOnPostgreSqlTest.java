package ai.chronom.m365.vault;

class WornKeyOnPostgreSqlTest extends WornKeyScenarios {
  WornKeyOnPostgreSqlTest() {
    super(VaultDatabase.postgreSql());
  }
}
