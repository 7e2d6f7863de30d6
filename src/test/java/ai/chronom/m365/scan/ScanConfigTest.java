package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code chronom.scan.interval}. */
class ScanConfigTest {
  private static ScanConfig config(String interval) {
    ScanConfig config = new ScanConfig();
    config.interval = Duration.parse(interval);
    return config;
  }

  @Test
  void isADayUnderItsKeyByDefault() throws NoSuchFieldException {
    ConfigProperty property =
        ScanConfig.class.getDeclaredField("interval").getAnnotation(ConfigProperty.class);

    assertThat(property.name()).isEqualTo("chronom.scan.interval");
    assertThat(Duration.parse(property.defaultValue())).isEqualTo(Duration.ofDays(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT5M", "PT6H", "P90D"})
  void takesWhatIsInRange(String interval) {
    assertThat(config(interval).interval()).isEqualTo(Duration.parse(interval));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT4M59S", "-P1D", "P91D"})
  void refusesTheRestInOneSentence(String interval) {
    assertThatThrownBy(() -> config(interval).interval())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("chronom.scan.interval: PT5M to PT2160H expected,");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 33})
  void refusesToScanNoTenantsOrTooManyAtOnce(int parallel) {
    ScanConfig config = new ScanConfig();
    config.parallel = parallel;
    assertThatThrownBy(config::parallel)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("chronom.scan.parallel: 1 to 32 expected, " + parallel + " given");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1_001})
  void refusesToKeepTooFewOrTooManySnapshots(int kept) {
    ScanConfig config = new ScanConfig();
    config.snapshotsKept = kept;
    assertThatThrownBy(config::snapshotsKept)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("chronom.scan.snapshots-kept: 2 to 1000 expected, " + kept + " given");
  }
}
