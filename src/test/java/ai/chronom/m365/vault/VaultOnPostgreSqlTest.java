package ai.chronom.m365.vault;

class VaultOnPostgreSqlTest extends VaultScenarios {
  VaultOnPostgreSqlTest() {
    super(VaultDatabase.postgreSql());
  }
}
