package ai.chronom.m365.job;

import ai.chronom.m365.running.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class JobsOnPostgresTest extends JobsScenarios {
  private static TwoNodes shared;

  JobsOnPostgresTest() {
    super(shared);
  }

  @BeforeAll
  static void open() {
    shared = new TwoNodes(TestDatabase.postgresql());
  }

  @AfterAll
  static void close() {
    shared.close();
  }
}
