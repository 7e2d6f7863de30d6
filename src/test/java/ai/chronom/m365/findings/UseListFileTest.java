package ai.chronom.m365.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class UseListFileTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
  private static final String VISIO = "User name,Display name,Last activity date,Desktop,Web\n";
  private static final String PROJECT =
      "User name,Last activity date,Projects visited (Desktop),Projects visited (Web),"
          + "Tasks created (Web),Tasks edited (Web),Other\n";

  private static UseList read(String text, UsedProduct product) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return UseListFile.read(new ByteArrayInputStream(bytes), product, 90, null, TODAY);
  }

  private static Problem refused(String text, UsedProduct product) {
    return catchThrowableOfType(Problem.class, () -> read(text, product));
  }

  @Test
  void readsVisiosTableWithItsDay() {
    UseList list =
        read(
            "Report Refresh Date,User Principal Name,Last Activity Date,Web,Desktop\n"
                + "2026-11-20,Ann@contoso.com,2026-11-01,Yes,No\n\n"
                + "2026-11-20,bob@contoso.com,2026-10-01T00:00:00,False,True\n",
            UsedProduct.VISIO);
    assertThat(list.asOf()).isEqualTo("2026-11-20");
    assertThat(list.people())
        .containsEntry(
            "ann@contoso.com", new ProductUse(LocalDate.parse("2026-11-01"), false, true))
        .containsEntry(
            "bob@contoso.com", new ProductUse(LocalDate.parse("2026-10-01"), true, false));
  }

  @Test
  void countsInProjectsTableAreUse() {
    UseList list =
        read(
            PROJECT + "a@b.c,2026-11-01,0,0,0,4,False\n" + "d@b.c,2026-11-01,0,0,0,0,True\n",
            UsedProduct.PROJECT);
    assertThat(list.people().get("a@b.c"))
        .isEqualTo(new ProductUse(LocalDate.parse("2026-11-01"), false, true));
    assertThat(list.people().get("d@b.c").desktop()).as("other may be the desktop").isTrue();
    assertThat(list.asOf()).isEqualTo(TODAY);
  }

  @Test
  void namesEachWrongLineAndTakesNothing() {
    Problem refused =
        refused(
            VISIO
                + "ann@contoso.com,Ann,2026-11-01,Yes,No\n"
                + "7F1A2B3C7F1A2B3C7F1A2B3C7F1A2B3C,x,soon,maybe,No\n"
                + "ANN@contoso.com,Ann,2027-01-01,Yes,No\n",
            UsedProduct.VISIO);
    assertThat(refused.errors())
        .extracting(FieldError::field)
        .containsExactly(
            "line 3: User name",
            "line 3: Last activity date",
            "line 3: Desktop",
            "line 4: Last activity date",
            "line 4: User name");
  }

  @Test
  void namesMissingColumns() {
    assertThat(refused("User name,Last activity date\na@b.c,\n", UsedProduct.VISIO).errors())
        .extracting(FieldError::message)
        .containsExactly("The column Desktop is missing.", "The column Web is missing.");
    assertThat(refused(VISIO, UsedProduct.VISIO).errors()).hasSize(1);
  }
}
