package ai.chronom.m365;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.CollectionState;
import ai.chronom.m365.scan.ScanState;
import ai.chronom.m365.tenant.TenantStatus;
import ai.chronom.m365.verification.ChangeKind;
import ai.chronom.m365.verification.Effective;
import ai.chronom.m365.verification.PermissionStatus;
import ai.chronom.m365.verification.Trigger;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house style of pages, as a fence. */
class PagesTest {
  private static final Path PAGES = Path.of("src/main/webapp");
  private static final Path TAGS = PAGES.resolve("WEB-INF/tags");
  private static final Path TEXTS =
      Path.of("src/main/resources/ai/chronom/m365/messages.properties");
  private static final int MOST_LINES = 60;
  private static final Pattern TEXT_KEY = Pattern.compile("text\\['([^']+)'\\]");
  private static final Pattern RAW_INPUT =
      Pattern.compile("<(h:(input|select|command|form)|p:(input|select|command|button|password))");

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(PAGES)) {
      List<Path> pages = files.filter(file -> file.toString().endsWith(".xhtml")).toList();
      assertThat(pages).hasSizeGreaterThan(20);
      return pages;
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void pageIsShort(Path page) throws IOException {
    assertThat(Files.readAllLines(page)).hasSizeLessThanOrEqualTo(MOST_LINES);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void pageHoldsNoStyleNoScriptAndEscapesAll(Path page) throws IOException {
    assertThat(Files.readString(page))
        .doesNotContain("<style", "escape=\"false\"")
        .doesNotContainPattern("\\sstyle=\"[a-z-]+:")
        .doesNotContainPattern("\\son[a-z]+=\"")
        .doesNotContainPattern("<script(?! src=)");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void onlyHouseTagsHoldRawInputs(Path page) throws IOException {
    if (!page.startsWith(TAGS)) {
      assertThat(Files.readString(page).replace("<h:inputFile", ""))
          .doesNotContainPattern(RAW_INPUT);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyTextIsInTheBundle(Path page) throws IOException {
    List<String> used = new ArrayList<>();
    Matcher key = TEXT_KEY.matcher(Files.readString(page));
    while (key.find()) {
      used.add(key.group(1));
    }
    assertThat(texts().stringPropertyNames()).containsAll(used);
  }

  @Test
  void everyStateHasAWord() throws IOException {
    Stream<String> words =
        Stream.of(
                Arrays.stream(TenantStatus.values()).map(TenantStatus::word),
                Arrays.stream(PermissionStatus.values()).map(PermissionStatus::word),
                Arrays.stream(Effective.values()).map(Effective::word),
                Arrays.stream(ScanState.values()).map(ScanState::word),
                Arrays.stream(CollectionState.values()).map(CollectionState::word))
            .flatMap(all -> all)
            .map(word -> "status." + word);
    assertThat(texts().stringPropertyNames()).containsAll(words.toList());
  }

  @Test
  void everyDeedTriggerAndCollectionHasAName() throws IOException {
    Stream<String> names =
        Stream.of(
                Arrays.stream(AuditAction.values()).map(one -> "audit.action." + one.word()),
                Arrays.stream(Trigger.values()).map(one -> "trigger." + one.word()),
                Arrays.stream(ChangeKind.values()).map(one -> "change." + one.word()),
                Arrays.stream(ChangeKind.values()).map(one -> "tone." + one.tone()),
                Arrays.stream(ChangeKind.values()).map(one -> "change.kind." + one.word()),
                Arrays.stream(CollectionName.values()).map(one -> "collection." + one.word()))
            .flatMap(all -> all);
    assertThat(texts().stringPropertyNames()).containsAll(names.toList());
  }

  private static Properties texts() throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(TEXTS)) {
      texts.load(reader);
    }
    return texts;
  }
}
