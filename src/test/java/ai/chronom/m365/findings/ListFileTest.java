package ai.chronom.m365.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListFileTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

  private static ListFile read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ListFile.read(new ByteArrayInputStream(bytes), PeopleList.ON_LEAVE, TODAY);
  }

  private static Problem refused(String text) {
    return catchThrowableOfType(Problem.class, () -> read(text));
  }

  @Test
  void readsWhoIsAwayUntilWhen() {
    ListFile file =
        read(
            "note,Member,until,kind\r\n"
                + "parental leave,Ann@contoso.com,2027-03-31,\r\n\r\n"
                + ",Harvest help,,employee-type\r\n");
    assertThat(file.entries())
        .containsExactly(
            new ListForm.Entered(
                PeopleList.ON_LEAVE,
                MemberKind.ACCOUNT,
                Set.of("ann@contoso.com"),
                "parental leave",
                LocalDate.parse("2027-03-31")),
            new ListForm.Entered(
                PeopleList.ON_LEAVE, MemberKind.EMPLOYEE_TYPE, Set.of("harvest help"), "", null));
    assertThat(file.over()).isZero();
  }

  @Test
  void leavesOutWhoIsBack() {
    ListFile file = read("member,until\nann@contoso.com,2026-11-22\nbob@contoso.com,2026-11-23\n");
    assertThat(file.entries())
        .extracting(ListForm.Entered::members)
        .containsExactly(Set.of("bob@contoso.com"));
    assertThat(file.over()).isEqualTo(1);
  }

  @Test
  void ofLeaversTheDayIsNeededAndMayBeOver() {
    byte[] bytes = "member,until\nann@contoso.com,2026-01-31\n".getBytes(StandardCharsets.UTF_8);
    ListFile file = ListFile.read(new ByteArrayInputStream(bytes), PeopleList.LEAVER, TODAY);
    assertThat(file.entries())
        .extracting(ListForm.Entered::until)
        .containsExactly(LocalDate.parse("2026-01-31"));
    byte[] wrong =
        "member,kind,until\nann@contoso.com,,\nsales,department,2026-01-31\n"
            .getBytes(StandardCharsets.UTF_8);
    Problem refused =
        catchThrowableOfType(
            Problem.class,
            () -> ListFile.read(new ByteArrayInputStream(wrong), PeopleList.LEAVER, TODAY));
    assertThat(refused.errors())
        .extracting(FieldError::field)
        .containsExactly("line 2: until", "line 3: kind");
  }

  @Test
  void namesEachWrongLineAndTakesNothing() {
    Problem refused =
        refused(
            "member,kind,note,until\n"
                + "ann@contoso.com,,,\n"
                + "Ann,person,,soon\n"
                + ",account,,\n"
                + "ANN@contoso.com,account,"
                + "x".repeat(201)
                + ",\n"
                + "ann@contoso.com,account,,\n");
    assertThat(refused.errors())
        .extracting(FieldError::field)
        .containsExactly(
            "line 3: kind", "line 3: until", "line 4: member", "line 5: note", "line 6: member");
  }

  @Test
  void namesAMissingColumnAndAtMostSomeErrors() {
    assertThat(refused("name\nann@contoso.com\n").errors())
        .extracting(FieldError::message)
        .containsExactly("The column member is missing.");
    assertThat(refused("member\n" + "nobody\n".repeat(500)).errors()).hasSize(50);
    assertThat(refused("member\n" + "a@b.c\n".repeat(10_001)).kind())
        .isEqualTo(ProblemKind.TOO_LARGE);
    assertThat(refused("member\n").kind()).isEqualTo(ProblemKind.INVALID_INPUT);
  }
}
