package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CopyTextTest {
  @Test
  void separatesColumnsAndRows() {
    CopyText rows = new CopyText(100);
    rows.number(1L).text("a").flag(true).time(Instant.parse("2026-11-23T06:00:00Z")).row();
    rows.number(2L).text(null).flag(false).time(null).row();
    assertThat(rows).hasToString("1\ta\tt\t2026-11-23T06:00:00Z\n2\t\\N\tf\t\\N\n");
  }

  @Test
  void writesWhatCouldEndAColumnAsItsName() {
    CopyText rows = new CopyText(100);
    rows.text("a\tb\nc\rd\\.").row();
    assertThat(rows).hasToString("a\\tb\\nc\\rd\\\\.\n");
  }
}
