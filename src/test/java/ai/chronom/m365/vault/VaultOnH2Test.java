package ai.chronom.m365.vault;

class VaultOnH2Test extends VaultScenarios {
  VaultOnH2Test() {
    super(VaultDatabase.h2());
  }
}
