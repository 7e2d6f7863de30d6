package ai.chronom.m365.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.json.JsonException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.SystemException;
import jakarta.ws.rs.ProcessingException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TroubleTest {
  @Nested
  class Meaning {
    @Test
    void problemComesOutOfWhatContainersWrapAroundIt() {
      Problem problem = Problem.invalid("name", "A name is expected.");

      assertThat(Trouble.meaning(new EJBException(new RuntimeException(problem))))
          .containsSame(problem);
    }

    @Test
    void lostUpdateIsAConflict() {
      assertThat(kind(new EJBException(new OptimisticLockException())))
          .isEqualTo(ProblemKind.CHANGED_MEANWHILE);
    }

    @Test
    void missingRoleOfABeanIsAMissingRole() {
      assertThat(kind(new EJBAccessException())).isEqualTo(ProblemKind.ROLE_MISSING);
    }

    @Test
    void jsonThatCannotBeReadIsTheCallersFault() {
      assertThat(kind(new ProcessingException(new JsonException("x"))))
          .isEqualTo(ProblemKind.BODY_UNREADABLE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"08001", "53300", "57P01"})
    void databaseThatIsAwayIsAnOutage(String state) {
      assertThat(kind(new PersistenceException(new SQLException("gone", state))))
          .isEqualTo(ProblemKind.OUTAGE);
    }

    @Test
    void transactionThatCouldNotEndIsAnOutage() {
      SystemException lost = new SystemException();
      lost.initCause(new XAException("the connection has been closed"));
      assertThat(kind(new EJBException(lost))).isEqualTo(ProblemKind.OUTAGE);
      assertThat(kind(lost)).isEqualTo(ProblemKind.OUTAGE);
    }

    @Test
    void reasonBehindALostTransactionComesFirst() {
      SystemException lost = new SystemException();
      lost.initCause(new SQLException("\0", "22021"));
      assertThat(kind(lost)).isEqualTo(ProblemKind.INVALID_INPUT);
    }

    @Test
    void characterThatNothingStoresIsTheCallersFault() {
      assertThat(kind(new PersistenceException(new SQLException("\0", "22021"))))
          .isEqualTo(ProblemKind.INVALID_INPUT);
    }

    @Test
    void brokenConstraintIsABug() {
      assertThat(Trouble.meaning(new PersistenceException(new SQLException("x", "23505"))))
          .isEmpty();
    }

    @Test
    void bugIsABugHoweverDeepItsCausesTurn() {
      RuntimeException first = new RuntimeException("first");
      first.initCause(new RuntimeException("second", first));

      assertThat(Trouble.meaning(first)).isEmpty();
    }

    private ProblemKind kind(Throwable thrown) {
      return Trouble.meaning(thrown).orElseThrow().kind();
    }
  }

  @Nested
  class Incident {
    @Test
    void carriesItsIdAndNothingOfTheException() {
      Problem problem = Incidents.meet(new IllegalStateException("canary"), "GET /x");

      assertThat(problem.kind()).isEqualTo(ProblemKind.INCIDENT);
      assertThat(problem.detail()).contains(problem.facts().get("incidentId"));
      assertThat(new ProblemDocument(problem, "/x").toString()).doesNotContain("canary");
    }
  }

  @Nested
  class Document {
    @Test
    void hasTheMembersOfTheContract() {
      Problem problem = Problem.invalid("name", "A \"name\" is expected.");

      assertThat(new ProblemDocument(problem, "/api/v1/tenants"))
          .hasToString(
              "{\"type\":\"https://chronom.ai/problems/invalid-input\","
                  + "\"title\":\"Some values need a correction\",\"status\":400,"
                  + "\"detail\":\"A \\\"name\\\" is expected.\",\"instance\":\"/api/v1/tenants\","
                  + "\"errors\":[{\"field\":\"name\",\"message\":\"A \\\"name\\\" is expected.\"}]}");
    }

    @ParameterizedTest
    @EnumSource(ProblemKind.class)
    void everyKindHasAnErrorStatus(ProblemKind kind) {
      assertThat(ProblemDocument.statusOf(kind)).isBetween(400, 599);
    }
  }
}
