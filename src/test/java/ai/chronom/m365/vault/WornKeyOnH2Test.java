package ai.chronom.m365.vault;

class WornKeyOnH2Test extends WornKeyScenarios {
  WornKeyOnH2Test() {
    super(VaultDatabase.h2());
  }
}
